"""Common English words that are one letter away from a word of a serious sign: a real word is not taken for a typo.

From the small American and British lists of SCOWL (http://wordlist.aspell.net), only the common words. When a sign
gets a new word, add the real words near it here: 'lever' does not mean 'fever'.
"""

_WORDS = """
aback abort abound aces acne acre acres acting acts afoot aged aground ahead aide aided aims aired akin ales alike
alms along alter anew angle ankles ants apart apes apiece appointments arches arching arcs areas arena ares aria arise
armed arming army arrow arts asexual ashes aside asleep atone attach attacks awake awhile awoke awry axes babe babes
backed backing backs bade bagged bagging baits bake baking balanced balances bald balk balling balloons bandaged bands
bang banging bani bank bans bard bards bark barley barn bash bask bass batch batches bath bats batter battling bays
beach bead beak beaker beaks bean bear beat beater beds been beet begin begs begun bell bellow belly belt bending
bends best bets betting bias bide bids bike bill billed billing bills bind binding bins bite bites bitter blacker
blacks blame blames bland blank blaze blazes bleak blend blending blends bless blew blimp blinds blink blinking blob
bloc block blocking blog blond bloods bloody bloom blot blowing blows blues blur blurred blurring blurs boat bode
boiled boiling bold bolder bolts bombs bond bondage bone bony booed booing book boom boon boot booth bore borne boss
bother bottoms bough bound bout bowed bowl bowls brag bragged bragging brags brain braised brake braking brand brash
breach breached breaches breaching bread breads breadth breather bred breed breeding breeds bricks bride bridged
bridges bridle bright brine brink brisk broker brood broom broth brothers brow brown brushed brushing buck bugger bull
bummer bumped bumping bumps bumpy bums bunk bunny burn burnt burp bursts burying bush bust buts butter butting byes
cabs cache caches caching cage cages caked cakes call calling calm camel cameo camp camping camps cane cannon canny
cans cape caper capers caps card care cares cars cart carts case cash cast caste casts catchy cater caters cave caved
caving cell cent certain chain chairs champs changing chant chap char charm charmed charming chat chats cheat checks
cheer cheers chess chests chick chile chiles chill chilli chilly chin chink chocolates choir chose chuck cite clack
clad clam clamp clamping clamps clan clapping claps clashing clasp claw clay cleanly cleft climb climbs clip clips
clocked clog clogs clone clones closer closest closet closets cloth clothing cloths clout clove cloves clown clue
clump clung coach coarse coasts coats code coding coffees coiled coke coking colder colds collapses colt colts coma
comb combing comes comet comings cone confuse confuses constants contraption controls cook cooked cope coped coping
copped cops cord cords core cork corn cost cots coughs could coups courses cove cover crack cracks crag cramming cramp
crap crash crashed crashing creaking creek creeks crest cribs crop cropped cropping crops cross crouch crown crushes
crutch cubs cuddled cues cuffed cull cums cunning curing curry curse curt curtail curtains cuts cuttings cysts dabs
dads dais damages dame dams daring dark dart darts dash dawn deaf deal dean dear dearly deceased deception decks
decrease decreases dedication deduced deed deep deft dense dent deserved deserves desk detention dike dill dime dine
dinner dips discharged discharges dish dished dishing dive dives diving dock does dole dome done dons donut doom dope
doped doping dose dosing dots doubled doubles doubly dough dove doves downs downy drab drain drank draw drawn draws
dread dregs dressings drink drip dripping drips drool drooling droppings drowns drug drugged drugging drugs drunks
drying duck dull dumb dump dumped dumping dung dunk dwell dwelling dwells dyeing dyes earl earls east easter eater
eats eight eights ejection elbows election elephants emotions enable endings equality equine erections etch ether even
exams exercised exists exit exiting exits explodes explore explored exploring explosions explosives extremes eyed
eyelids faced faces facet facials fact fade failing fainter fair fake faking fall fame fancy fang farce fare farm
farmed farming farms fatal fate father fats fatter faze fear feast feat feds feed feeding feels fees felling fellow
fells fences fend fending fiddle fiend figs file fill filled filling fills filly finds fined finer fines fins fire
firearm fired firs first fish fished fishing fists fitter fittings five fiver fives fixed flap flapping flaps fled
fleet fliers flight flights flint flips flocked flood floors flop floss flour flow flower flown flows flue fluids
flung flurry flushing flyer foes foiled fold folder folk fond font food fool fora ford fords fore forearms forget
forgo forks form formal formally fort forth fostering four fours freak freaking freaks fret fried friends fright frog
frown fuel fueling full fumbled fund fuss fussy gage gagged gagging gain gains gale gambled game gang gaping gaps gash
gasps gassed gassing gate gather gavel gays gaze gear gene genial gent getting gift giggle gill gills ginger gist
given gives glade glades gland gliding gloss glow glowing glue goes gold gong goof goose gore gosh gown grain grands
grant grasp grasping grave greed greek greens greet grid grim grin grind gripe gripping grips grit groan groom groping
grounds groups growling grown gull gunning guns gust gutting hack hail hairs hairy hale hales hall halo halt halve
hammers hamper handing handy hanger hangings hangs hardy hare harem hark harms harp harrow harry hart hash haste hatch
hatches hatching hate hating hats haunt haven havens haves hays haze hazing heads heady heal heap hear heard hears
hearth hearts hearty heat heave heaving heed heel heeled height heir held hell hemp herb herd hero hers hick hicks
hide hides highs hike hikes hill hills hilly hind hinds hips hire hired hires hiss hits hitting hive hoard hock hoes
holders holds holed holler holy homes homey homie homing hone honed hood hoof hook hoot hopes hopped hops horn
horribly horse hose hoses host hosts hound hove hover huddled hugs hull humbled hump humping hung hunk hunt hunter
hunting hunts hurl hurling hush huts ills incense incredibly infections infer infested inflection info inhaled inhaler
injected injection insider insides inter itch item jack jagged jays jell jest jiggle join joins joke joking jolly jolt
jumble jumped jumps jumpy juncture junk jutting keel keen keeping kegs kelp killer killings kills kiln kilo kilt kind
kink kinks kiss kissed kitchens kite kits kneel kneels knob knot knows laborer labourer lace lacked lacking lacks lacy
ladder lager lagged lagging lags lain lair lake lamb lambs lame lamp land lands lane lanes lapping laps lard large
lark lash lashing lass last latch latches later lather latter lawful laying lays leach lead leaded leading leads leaf
leaflet leafs leaky lean leaned leaning leans leap leaped leaping leaps leased leasing leaved leaving leek leeks lend
lending lens lent lest lets letter letting lever levers lice lick licked licking licks lids lies lifetimes lifts light
lightened lightening lighting lightness liked likes liking limbo lime limes lined linen liner liners linger lingers
lining link links lint liquids lisp list litter lived liven liver lives lobe lock locked loft lofts logs lone long
longed longs look looking loom looming looping loosen looser loot looting lords lore loser loses lotions lotus lounge
louse love loved lover loves loving lowers lows luck lugs lull lumped lumps lumpy lunge lunges luring lush lust lying
mace made madly mads maid mail maim mains maker makes making male mane manly mans marbled mare marks marrow marry mars
mart mash mask mass massaged massages massed massing mast master match matches matching mate mats matte matted matters
mays maze meal medal meddle mediation medications meditation meek meet mellow melt mend mending mental mere mess
message messes metals mews might migraines mike mild mile milky mill milled milling mills mime mince mind minded mine
mined mines mingling mink mire mired miscarriages misled miss misses mist mister misused mite mixer mixes moat mode
modes moist mold mole moles monitors month moose moot moped morn moss moth mothers motion mound mouths mover movers
movie movies mowed mower mowing muck muddle mulch mull mumbled munch mush must mutter nagging name narrows nearly
nears neat necks needed needless needs needy nerves nest nests netted netting newer newt nick nicked nicks niece nigh
night nights nine nines nips nite node noise none nook noose north nosed noses nosy note nothings notice notices
noting notions nuclear null number oaks oiled older olive onto onus others otter ouch ours outsider oven overdone
overdoses overs overt pace pack pact pacts paddle pads pager pages paid pail paint painted painting paints pair pairs
palace paler pall pals pamper panes pang pangs panning pans pansy pant panty paralyze pare park parks pars parsing
parson parting party passages passer passes passive pasta paste pasted pasting pasts pasty patches patching patchy
path pats patter patting pauper paused pausing pave paved paving pawn pawns paws payer payers paying pays peace peach
peak peaked peaking peaks pear peck peek peeking peeks peel peeled peeling peep peeping peeps peer peering pegs pelt
pending pens peoples persona persons pest pestering pests petal petting phobias pick picked picking picks pieced
pieces pierce pies pigs pike pile piles pill pillow pine pines pink pinks pint pints piped pipes piping pitch pits
pitted pitting placed places plain plains plane planes planets planks plans plant planting plate pled plot plots
plotting plow plowing plump poke poked pole poles poll polled polling polls pooled pooling pooped pope popping pore
pork port ports pose posed posing post posts potions pots potting pouch pound pour pouting power praise praised
pressing pressured pressures prey prick primate primates print prints prom prong proof prop property propped propping
props puff puffer puffs puking pulls pulp pump punctures punk puns punting punts pups push pushing pushy puts putting
qualify quilt quit quite rabid race racial rack racks rages ragged rags raid raided railed rain rained rains raises
rake raking ramps rams rang ranging rant ranting rants raped rapids rarely rats rave raving rays reach read reads rear
reasons receptions redress reds reduce reduces reed reek reeks reel reeled reeling regained regains regulars remain
remote removes rent reserve rest rests result retained retains revere riddle ride ridge rife rift rights rigour rigs
rims rind ripe ripping rips rise rite roam robs role roles roller roofs rook rooms roomy root rope roped rose rots
rough roughing rounds rowing rubs ruining rump rung runny rush rushed rushing sack saddest saddled saddles sadly sages
sailed sailing saint sake same sand sands sang saps sash save saver saves saving sawed sawing sayings says scab scale
scaly scant scold scoot score sear season seat seduced seed seeding seek seeking seeks seem seeming seep seeping seeps
seer sees seize sell selling sells semen send sending sensations sensed senses sent sentenced serve sessions setter
setting seven sever severed sewer sewing sewn sexist shack shacks shading shaft shallows sham shaming shaping share
sharing shark sharps shave shaved shaving sheaf sheen sheep sheets shell shelled shelling shells shift shine shins
shiny ship shire shirk shirts shiver shoo shoots shop shopped shopping shops shore shorting shorts shot shout shouting
show shower shucks shun shut sides siding sift sigh sighs sighting sights silk sill sills silly simmer sine sing
singer singers singling singly sings sink sinner sins sips sire sired sisters sited sites sits sitters sitting sized
sizes skeptic skid skill skilled skim skins skip skirt skis skit slab slabs slack slacking slams slap slapped slashing
slats slaying sled sleek sleeps sleepy sleet slew slicing slick slide slight slipping slips slit slob slog slop sloppy
slot slots slowed slowing slows slug slugs slum slump slums slung slut sluts smell smelled smelling smells smiled
smiles smiling smite smother snagged snapping snaps sneak sneaking snickers sniff snitch snore snort snot snow snuck
snuff soak soaps soared soaring soars sock socks soda sofas soft sold solder sole soles some soon soot sores sort
sound sour south sown spat speaks spear speck speed spelled spelling spelt spill spills spilt spin spins spite spits
split spoiled spoiling spoof spook spool spoons spore sport sporting sports spots spout spouting spur spurred spurs
spurt spying squeeze squeezes squinting squirming stack stacking staff stag staged staging staining stake staked
staking stalk stalking stalks stall star stared staring starred stars starter startled starved stated stating stay
steak steaks steam steep stems step stepped stepping steps stew stick stills stinking stock stocking stocks stoke
stole stomp stomped stomping stood stoop stoops stopper store stow straighter straights strain stranger strangest
strangle strayed straying strays stream streams strengths stride strides strife strike strikes string strip striped
stripping strips strive strives strode stroked strokes strove struggles strung stub stubs stuffs stuffy such suck
suffocated sugars sugary suicides suit suite summed summers sung sunk sunny sure swab swabs swallows swapped swapping
swaps swarm swat sway swayed swaying sweats sweep sweeping sweeps sweet swipe swiping swish switch switching swoon
swords swore tables tablet tabs tack tacks tagged tagging taint tainted taker takes tale tales tall tame taming tang
tank tanking tanks tape taper taping tart tarts task tasking tasks taste taxing teach teak tear teen tees tells
temperatures tempo tempt tend tending tenet tens tense tenth tents terribly testes testicle text texts thank thanking
that thaw thee theme then these they thin thing thinks thinning thongs thorough though threat three throats thumbs
thump thus tick ticked ticking ticks tide tied ties tiff tights tile tiled till timed timer times tingle tins tint
tipping tips tire tires tits toed toffee toiled toilets toiling token told toll tolling tomb tome tomes tone tones
tongued tongues tons tool tools toot topped topping tops tore torn toss totes tots touch tough tour touring tours
towed towels tower town toys trace traces tract tracts trail training trains trait trapping trash trashing treason
trench trick tricks tried trip tripe trolled trolling troop troops troubled troubles trough trouser truck trucks trunk
tuck tumbled turning tweak tweed tweets twine twister tying unbearably unbeatable unclean understands unto usable
vaginal vain vast vats veer vending vent verve very vest vests vetted vetting vigor vine vines violet vips visions
volt vouch vowel vowels vying wade wading wafer wafers wage wager wagers wages wagging waging wags waist wait waited
waiter waiters waiting wakes walks wall walling wallow wand wands wane waned waning wants ward wards warmed warming
warms warn warp wars wart warts wary wash washed washing wasp wasted wastes wasting watch watches watching watery watt
wave waved waver waving waxing weaken wean wear weaver weeding weeds weep weeps weigh weighs weights weighty weirdo
weld welling wells welt wept west wetter whale what wheeling wheres wherever whet whew whine white whore whose wick
wicked wicks wide widow width wife wiggles wildly will willed willing willows wills wily wince wind windows wine wines
winged wingers winked winner wins wiped wiper wipes wire wired wiring wise wishes wisp witch wits wives woes woken
womb woods woof wooing word wording wore work workings worlds worm worms worn worsen worthy would wounds wreak
wreaking wreath wreaths wren wrench wrest wright wring wrists writ wrongs yard yards year yearly yell yellows yoke
your yours youth zany zest zips zone zoom
"""
REAL_WORDS = frozenset(_WORDS.split())
