"""Common English words that are one letter away from a word of a serious sign: a real word is no slip of the keys.

From the small American and British lists of SCOWL (http://wordlist.aspell.net), the common ones alone. When signs get
new words, add the real words near them here: 'lever' is no 'fever'.
"""

_WORDS = """
aback abort abound access aces acne acre acres acting acts add afoot aged aground ahead aide aims aired akin ales
alike alms alone alter angle ankles ants apart apes apiece appointments arches arching arcs areas arena ares aria
arise armed arming army arrow arts asexual ashes aside asleep aspell attach attacks awake awhile awoke axes babe babes
backed backing backs bagged bagging bake baking balanced balances bald balk bandaged bands bang banging bani bank bans
bard bards bark barley barn bash bask bass batch batches bath bats batter battling bays beach bead beak beaker beaks
bean bear beat beater beaver been beet begin begs begun bell bellow belly belt bending bends best betting bide bike
bill billed billing bind binding bite bits bitter blacker blacks bland blank bleak blend blending blends bless blew
blimp blinds blink blinking block blocking blond bloods bloody bloom blot blow blowing blues blur blurred blurring
blurs boat bode boiled boiling bold bolder bolts bombs bond bondage bone bony booed book boom boon boot booth bore
borne boss bother bottoms bough bound bout bowed bowl bowls brag bragged bragging brags brain braised brake braking
brand brash breach breached breaches breaching bread breads breadth bred breed breeding breeds bricks bride bridged
bridges bridle bright brine brink brisk broker brood broom broth brothers brown brushed brushing buck bugger bull
bummer bumping bumps bumpy bums bunny burn burnt burp bursts burying bush bust butter butting byes cabs cache caches
caching cage cages caked cakes call calm camel cameo camp camping camps cane cannon cans cape caper capers caps card
care cares cars cart carts case cash cast caste casts catch cater caters cave caving cell cent chain chairs champs
changing chant chap char charm charmed charming chat chats cheat checks cheer cheers chess chests chick chile chiles
chill chilli chilly chin chink choir chose chuck cite clack clad clam clamp clamping clamps clan clapping claps clasp
claw clay cleanly cleft climb climbs clip clips clocked clog clogs clone clones closer closest closet closets cloth
clothing cloths clout clove cloves clue clump clung coach coarse coats code coding coiled coke coking colder colds
collapse collapses colt colts coma comb combing comes comet comings common cone confuse confuses contraption controls
cook cooked cope coped coping copped cops cord cords core cork corn cost cots coughs could coups courses cove cover
crack cracks crag cramming cramp crap crash crashed crashing creaking creek creeks crest cribs crop cropped cropping
crops cross crouch crown crushes crutch cubs cuddled cues cuffed cull cums cunning curing curry curse curt cuts
cuttings dabs dads dais damages dame dams daring dart darts dash date dawn deaf deal dean dear dearly dearth deaths
deceased deception deck decrease decreases dedication deduced deed deep deft dense dent depth deserved deserves dike
dill dine dinner dips dish dished dishing dive dives diving does doing dole dome done dons donut doom dope doped dose
dosing dots doubled doubles doubly dough dove doves downs downy drab drain draw drawn draws dread dregs dressings drip
dripping drips drool drooling droppings drowns drug drugged drugging drugs drying dull dumb dump dumping dung dwell
dwelling dwells dyeing dyes earl earls east easter eater eats eight ejection elbows election emotions enable endings
equine erections etch even exams exercised exists exit exiting exits explode explodes explored exploring explosions
explosives extremes eyed eyelids faced faces facet facials fact fade fainter fair fake faking fame fang farce fare
farm farmed farming farms fast fatal fate father fats fatter faze fear feat feed feeding feels fees fell felling
fellow fences fend fending fever fewer fiddle fiend fight figs file fill filled filling finds fined finer fines fins
fire firearm fired firs fish fished fishing fist fists fittings five fiver fives fixed flap flapping flaps fled fleet
fliers flint flips flocked flood floors flop floss flour flow flower flows flue fluids flung flurry flyer foes foiled
fold folder folk fond font food fool fora ford fords fore forearms forget forgo forks form formal formally fort forth
fostering four fours freak freaking freaks fret fried friends fright frog frown frozenset fuel fueling full fumbled
fund fuss fussy gage gagged gagging gain gains gale gambled game gang gaping gaps gash gasps gassed gassing gate
gather gavel gays gaze gear gene genial gent get getting gift giggle gill ginger given gives gliding gloss glow
glowing glue goes gold gong goof goose gore gosh gown grain grasp grasping grave greed greek greens greet grid grim
grin gripe grips grit groan groom groping grounds groups growling grown gull gunning gust gutting hack hail hairs
hairy hale hales hall halo halt halve hammers hamper handing handy hanger hangings hangs hardy hare harem hark harms
harp harrow harry hart hash haste hatch hatches hatching hated hates hating hats haunt haven havens haves hays haze
hazing heads heady heal heap hear heard hears hearth hearts hearty heat heath heave heaving heed heel heeled height
heir held hell hemp hen herb herd here hero hers hick hicks hide hides highs hike hikes hill hills hind hinds hips
hire hired hires hiss hits hitting hive hoard hock hoes holders holds holed holler holy homes homey homie homing hone
honed hood hoof hook hoot hopes hopped hops horn horribly horse hose hoses host hound hove hover http huddled hugs
hull humbled hump humping hung hunt hunter hunting hunts hurl hurling hush huts incense incredibly infections infer
infested inflection info inhaled inhaler injected injection insider insides inter is item jack jagged jays jell jest
jiggle join joins joke joking jolly jolt jumble jumps jumpy juncture jutting keel keen keeping kegs kelp killer
killings kills kiln kilo kilt kind kink kinks kiss kissed kitchens kite kits kneel kneels knew knob knot knows laborer
labourer lace lacked lacking lacks lacy ladder lager lagged lagging lags lain lair lake lamb lambs lame lamp land
lands lane lanes lapping laps lard large lark lash lass last latch latches late later lather latter lawful lays leach
lead leaded leading leads leaf leaflet leafs leaky lean leaned leaning leans leap leaped leaping leaps leased leasing
leaved leaving leek leeks lend lending lens lent lest lets letter letting lever levers lice lick licked licking licks
lids lies lifetimes lifts light lightened lightening lighting lightness liked likes liking limbo lime limes lined
linen liner liners linger lingers lining link links lint liquids lisp list lived liven liver lives lobe lock locked
loft lofts logs lone long longed longs look looking loom looming looping loosen looser loot looting lords lore loser
loses lotions lotus louse love loved lover loves loving lowers lows luck lugs lull lumps lumpy lunge lunges luring
lush lust lying mace made madly maid mail maim mains maker makes making male mane marbled mare marrow marry mart mash
mass massaged massages massed massing mast master match matches matching mate mats matte matted matters mays maze
meddle mediation medications meditation meet mellow melt mend mending mere mess message messes metal might migraines
mike mild mile milky mill milled milling mince mind minded mine mined mines mingling mink minute mire mired
miscarriages misled miss misses mist mister misused mite mixer mixes moat mode modes moist mold mole moles month moose
moot moped morn moss moth motion mound mouths mover movers movie movies mowed mower mowing muck muddle mulch mull
mumbled munch mush must mutter nagging name narrows near nearly nears neat necks needed needless needs needy nerves
nest nests net netted netting new newer nick nicked nicks niece nigh night nine nines nips nite no node noise none
nook noose north nosed noses nosy note nothings notice notices noting notions nuclear null number oaks oiled older
olive ones onto onus ouch ours outsider oven overdone overdoses overs overt pace pack pact pacts paddle pads pager
pages paid pail paint painted painting paints pair pairs palace paler pall pals pamper panes pang pangs panning pans
pant panty paralyze pare park parks pars parsing parson parting party passages passer passes passive pasta paste
pasted pasting pasts pasty patches patching patchy pate path pats patter patting pauper paused pausing pave paving
pawn pawns paws payer payers pays peace peach peak peaked peaking peaks pear peck peek peeking peeks peel peeled
peeling peep peeping peeps peer peering pegs pelt pending pens persona persons pest pestering pests petal petting
phobias pick picked picking picks pieced pieces pierce pies pigs pike pile pill pillow pine pines pins pint pints
piped pipes piping pitch pits pitting placed places plain plains plane planes planets planks plans plant planting
plate pled plot plots plotting plow plowing plump poke poked pole poles poll pooled pooped pope pore pork port ports
pose posed posing post potions pots potting pouch pound pour pouting power praise praised pressing pressured pressures
prick primate primates print prints prom prong proof prop property propped propping props puff puffer puffs puking
pulls pulp pump pumping punctures puns punting punts pups push pushing pushy puts putting quilt quit quite race racial
rack racks rages ragged rags raided railed rain rained rains raises rake raking ramps rams rang ranging rant ranting
rants rarely rate rats rave raving rays reach read reads real rear reasons receptions redress reduce reduces reed
reeks reel reeled reeling regained regains regulars remain remote removes rent reserve rest rests result retained
retains revere riddle ride ridge rife rift rights rigour rigs rims rind ripe rips rise rite roam robs role roles roofs
rook rooms roomy root rope roped rose rots rough roughing rounds rowing rubs ruining rump rung runny rush rushed
rushing sack saddest saddled saddles sadly sages sailed sailing saint sake same sand sands sang saps sash save saving
saying says scale scaly scant scold scoot score sear season seat second seduced seed seeding seek seeking seeks seem
seeming seep seeping seeps seer sees seize sell selling sells semen send sending sensations sensed senses sent
sentenced serve sessions setter setting seven sever severed sewer sewing sewn sexist shack shacks shading shaft
shallow sham shaming shaping share sharing shark sharps shave shaving sheaf sheen sheep sheets shell shelled shelling
shells shift shine shins shiny ship shire shirk shirts shiver shoo shoots shop shopped shopping shops shore shorting
shorts shot shout shouting show shower shucks shun shut sided sides siding sift sigh sighs sighting sights signs silk
sill simmer sine sing singer singers singling singly sings sink sinner sins sips sire sired sisters sited sites sits
sitter sitting sized sizes skeptic skid skill skilled skim skins skip skirt skis skit slabs slack slacking slams slap
slapped slats slaying sled sleek sleeps sleepy sleet slew slicing slick slide slight slipping slips slob slog slop
sloppy slot slots slowed slowing slows slug slugs slum slump slums slung slut sluts smell smelled smelling smells
smiled smiles smiling smite snagged snapping snaps sneak sneaking snickers snitch snore snort snot snow snuck snuff
soak soaps soared soaring soars sock socks soda sofas soft sold solder sole soles some soon soot sores sort sound sour
south sown spat speaks spear speck speed spelled spelling spelt spill spills spin spit spite spoiled spoiling spoof
spook spool spoons spore sport sporting sports spots spout spouting spur spurred spurs spurt squeeze squeezes
squinting squirming stab stack stacking staff staged staging stake staked staking stalk stalking stall stared staring
starred stars starter startled starved stated stating stay steak steaks steam steep stems step stepped stepping steps
stew stick stiff stills stinking stock stocking stocks stoke stole stolen stomp stomped stomping stood stoop stoops
stopper store stow straighter straights strain stranger strangest strangle strayed straying strays stream streams
strengths stride strides strife strike strikes string strip striped strips strive strives strode stroked strokes
strove struggles strung stubs stuffs stuffy such suck suffocated suicides suite summed summers sung sunny sure swabs
swallows swapped swapping swaps swarm swat swayed swaying sweats sweep sweeping sweeps sweet swipe swiping swish
switch switching swoon swords swore tabs tack tacks tagged tagging taint tainted taker takes tale talks tall tame
taming tang tank tanking tape taper taping tart tarts task tasking taste taxing teach teak tear teen tees tell
temperatures tempo tempt tend tending tenet tens tense tenth tents terribly testes testicle text texts thank thanking
that thaw the thee them theme then these they thin thing thinks thinning thongs thorough though threat three throats
thumbs thump thus tick ticked ticking ticks tide tied ties tights tiled till timed tingle tint tips tire tires tits
toed toiled toilets toiling token told tomb tome tomes tone tones tongued tongues tons tool tools toot topped topping
tops tore torn toss totes tots touch tough tour touring tours towed towels tower town toys trace traces tract tracts
trail trains trait trash treason trench trick tricks tried trip tripe troop troops troubled troubles trough trouser
truck trucks tuck tumbled turning tweak tweed tweets twine tying unbearably unbeatable unclean unto usable vaginal
vain vast vats veer vending vent verve very vest vests vetted vetting vigor vine vines violet vips visions volt vouch
vowel vowels vying wade wading wafer wafers wage wager wagers wages wagging waging waist wait waited waiter waiters
waiting wakes walking walks wall wallow wand wands wane waned waning wants ward wards warmed warming warms warn warp
wars wart warts wary wash washed washing wasp wasted wastes wasting watch watches watching watery watt wave waver
waving waxing ways weaken wean wear weaver weeding weeds week weep weeps weigh weighs weights weighty weirdo weld
welling wells welt wept west wetter whale what wheeling wheres wherever whet whew whine white whore whose wick wicked
wicks wide widow width wife wiggles will willed willing willows wince wind windows wine wines winged wingers winked
winner wiped wiper wipes wire wired wiring wise wishes wisp witch wits wives woes woken womb woods woof word wording
wordlist words wore work workings worlds worm worms worn worsen worthy would wounds wreak wreaking wreath wreaths wren
wrench wrest wright wring wrists writ wrongs yard yards year yearly yell yellows yoke your yours youth zest zips zone
zoom
"""
REAL_WORDS = frozenset(_WORDS.split())
