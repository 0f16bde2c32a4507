"""The phrases by which each serious kind of side effect is recognised in any text, by the key of the kind.

Written as `paintrack.model.symptoms.phrase_matching` describes: a semicolon between phrases, a slash between words of
which one must come. No list of words is ever complete, and help and README say so.
"""

_CANNOT = "cannot/cant/couldnt/unable/cudnt/wont/wouldnt"
_HARD = "trouble/difficult/difficulty/difficulties/problem/problems/hard/hardly/barely/struggle/struggling/struggled"
_NUMB = "numb/numbness/numbed/dead/desensitised"
_WEAK = "weak/weakness/weaker/floppy/limp/paralysed/paralyzed/paralysis"
_LIMB = "leg/arm/hand/foot/fingers/finger/toes/toe/thumb/wrist/ankle/forearm/thigh/calf/shin"
_DOWN_BELOW = (
    "genitals/genital/genitalia/buttocks/buttock/bottom/bum/backside/groin/saddle/crotch/perineum/vagina/vulva/penis/"
    "testicles/scrotum/anus/privates"
)
_URINATE = "pipi/pee/peeing/wee/weeing/urinate/urinating/piss"
_SWOLLEN = "swollen/swelling/swelled/swell/swells/swole/puffed/ballooned/ballooning"
_FACE = "face/tongue/lips/lip/throat/mouth/airway"
_JOINT = "joint/joints/knees/knee/ankle/elbow/wrist/hip/shoulder"
_NEEDLED = "needle/needles/needled/point/points/puncture/site/skin/place/spot/hole/holes/area/acupuncture/wound"

# The phrases of this key are of thoughts, not of a side effect.
SELF_HARM_KEY = "self_harm"

SIGNS = {
    "chest_pain_breathless": f"""
        chest pain/pains/painful/ache/aches/aching/achy/tightness/tight/tightening/pressure/hurts/hurt/
        hurting/heavy/heaviness/crushing/crushed/sore/stabbing/discomfort/squeezing/squeezed/burning; chest ~
        hurts/hurting/tight/tightness/tightening/painful/squeezing/crushing; pain/pains/ache/tightness/tight/
        pressure/stabbing/weight/heaviness/squeezing/discomfort/stitch/band in/across/on/around/inside/
        through/over/under/behind/into/near/at chest/breastbone/sternum/heart; pain chest; chestpain;
        chestpains; pain/tightness ~ middle/side/left/right ~ chest; tight/sore/painful/crushing/heavy chest;
        hurts/hurt/hurting/pain/pains/painful/stabbing/sharp/stitch/ache/aches/catches/catching/agony when/
        whenever/while/if/on/during/every/each/with/upon/as ~ breathe/breathes/breathing/breath/breaths/
        inhale/inhaling/breathed !out; stinging/stabbing/burning/aching/achy/squeezing/piercing/shooting chest;
        chest stings/stinging/stabs/burns/burning/twinge/twinges/spasm/spasms; stinging/sting/burning/twinge/
        twinges/piercing/jabbing/cramp/cramps/spasm in/across/on/around/inside/through/under/behind/at
        chest/breastbone/sternum/heart; stinging/stings/sting/stabs/stab/jabbing/jab/jabs/burning/burns/twinge/
        piercing ~ when/whenever/while/every/each/with ~ breathe/breathing/breath/breaths/inhale/inhaling
        !out/exercise/exercises; hurts/hurt/painful/pain/agony breathe/breathing/inhale !out; breathing/
        inhaling ~ hurts/hurt/painful/agony/stabs; breath/breaths/breathe ~ hurts/hurt/painful/agony/stabs;
        pain/pains/sharp/stabbing/hurts/hurt/stitch/ache ~ rib/ribs/lung/shoulder/shoulders/back/side when/
        whenever/while/every/each/if/on/with/as ~ breathe/breathing/breath/breaths/inhale !out; breathless/
        breathlessness/dyspnea/dyspnoea/pneumothorax/gasping/suffocating/suffocate; wheezing/wheezy; short/
        shortness breath/breathed/winded; shortbreath; out breath; no breath/air; {_CANNOT}/{_HARD} ~ breathe/
        breath/breathing; not ~ breathe/breathing !exercise/exercises/easier/easily; {_CANNOT}/{_HARD} ~ air;
        fighting/gasp/panting ~ breath/air; air hunger; breathing/breath/breathe ~ {_HARD}/laboured/labored/
        painful/short/worse/rattling; breathing not right/normal/properly; not breathing; collapsed/punctured/
        popped/burst/pierced lung/lungs; lung/lungs ~ collapsed/punctured/popped/pierced; heart attack;
        coughing/coughed/cough ~ blood; lips ~ blue; blue lips; sob since/on/when/after/while/climbing/
        walking/today; elephant ~~ chest; chest ~~ elephant; winded; pain/pains/sharp/stabbing/stab/stabs/
        hurts/stitch/ache/catch/catches ~ rib/ribs/lung/shoulder/shoulders/blade/blades/back/side ~ when/
        whenever/while/every/each/if/on/with/as ~ breathe/breathing/breath/breaths/inhale/inhaling !out;
        breathing fast/rapid/rapidly/funny/odd/strange/weird/gone; breathing ~ shallow ~ fast; fight/fights ~
        breath/air; lung ~ down/collapse/collapsing; blood ~ spit/phlegm/sputum
    """,
    "stroke_signs": f"""
        face/mouth/eyelid/smile/lip/cheek ~ droop/droops/drooping/drooped/droopy/lopsided/crooked/sagging/
        sagged/fallen/dropped/sliding; drooping/droopy/drooped/lopsided/crooked/sagging face/mouth/smile/
        eyelid/side; face drop; slurred/slurring/slurry/slur/slurs; speech/words ~ jumbled/garbled/muddled/
        gone/lost/gibberish/nonsense; words ~ wrong/mixed; words wont/wouldnt/didnt/dont ~ come/out; speech
        strange/funny/odd/thick/weird/slow/unclear/disturbed; lost/lose/losing/loss/no speech; cannot/cant/
        couldnt/unable/cudnt speak/talk/speek !to/with/about/highly/now/english/french/until/on; {_CANNOT}/
        {_HARD} ~ words/sentence/sentences !down; {_HARD} speaking/speech/talking !to/with/about; {_HARD}
        speak/talk !to/with/about; one/left/right/half/whole side/face/body ~ {_NUMB}/{_WEAK}/droops !of/neck/
        hip/back/shoulder; {_NUMB}/{_WEAK}/tingling ~ one/left/right side !neck/hip/back/shoulder/jaw/lower;
        {_NUMB}/{_WEAK} ~ face/half; face/half/cheek ~ {_NUMB}/{_WEAK}; side ~ face/body ~ numb/weak/gone/
        dead/paralysed/paralyzed/tingling/tingly; left/right arm ~ leg ~ {_NUMB}/{_WEAK}/heavy; arm ~ leg ~
        {_NUMB}/{_WEAK} ~ side; arm ~ went/gone/suddenly limp/useless/lifeless; lost/loss/losing/lose ~ sight/
        vision/eyesight; sight/vision/eyesight ~ gone/lost/went/disappeared/loss; went/gone/suddenly/
        temporarily/going blind/blindness; blind ~ eye/eyes; blindness; cannot/cant/couldnt/unable see out/
        from/on/properly/straight/clearly/at/suddenly; suddenly ~ couldnt/cannot/cant see; couldnt/cant/cannot
        see ~ eye/eyes/side; double vision; seeing/saw/see double; sudden/suddenly ~ confused/confusion/
        disoriented/disorientated/unsteady/speechless; confused/confusion ~ suddenly/sudden; confused ~ where/
        who/words; dont/didnt know where/who i/am/was; cannot/cant walk straight; sudden/suddenly ~ lost/loss
        balance/coordination; stroke; ministroke; tia; mouth/face/smile ~ wonky/twisted/falling/fell; facial
        droop/drooping/palsy/weakness; talking/speaking/talks gibberish/nonsense/rubbish; talking ~ drunk;
        curtain ~ eye; everything ~ double; seeing/see/saw two; left/right arm ~ leg ~ wont/cannot/not/
        stopped; cannot/cant/couldnt understand ~ saying/speech/words/people; one/left/right sided weakness/
        numbness/paralysis; numb/weak ~ left/right ~ side !neck/hip/back/shoulder/jaw/lower; half ~ face ~
        wont/not/cannot ~ move; lost words
    """,
    "sudden_worst_headache": """
        thunderclap/thunderclaps; thunder clap; worst/worse/strongest/baddest ~ headache/headaches/migraine/
        head ~ ever/life/lifetime/known; worst ever headache/migraine; worst/most/terrible ~ headache/migraine
        ~ life/ever; headache/migraine ~ worst ~ ever/life/known; headache/migraine worse/worst than ever/
        before/any; never/not ~ headache/migraine ~ like/bad/strong/this; never ~ pain ~ head like; sudden/
        suddenly ~~ severe/terrible/awful/explosive/extreme/violent/intense/massive/agonising/agonizing/worst/
        splitting/blinding/excruciating/strong/bad/horrible/huge/unbearable/worse/incredible ~ headache/
        migraine/head/headpain; headache/migraine ~ sudden/suddenly/instantly/seconds ~ severe/terrible/awful/
        explosive/extreme/violent/intense/massive/agonising/agonizing/worst/strong/excruciating/bad/
        unbearable; severe/terrible/awful/explosive/extreme/violent/intense/massive/agonising/agonizing/worst/
        excruciating/strong/horrible/blinding/splitting/bad/huge ~ headache/migraine ~ sudden/suddenly/
        nowhere/seconds/instant/instantly; headache/migraine/head ~ exploded/exploding/explosion/explosive/
        struck/lightning/hammer/bomb/burst; headache ~ hit/came ~ seconds/nowhere/thunder/bolt; hit ~ head/
        headache ~ bat/hammer/brick/lightning; head ~ explode ~ second/seconds/sudden; instant/instantaneous ~
        headache; headache ~ nothing ~ ten/10/unbearable; headache/migraine ~ out ~ blue/nowhere; headache no
        other; mother all headaches; headache ~ like a/no blow/other; headache/migraine ~ sudden ~ stiff
    """,
    "allergic_severe": f"""
        anaphylaxis/anaphylactic/anaphylaxic/anafilaxis; allergic shock; allergic severe; severe/bad/serious/
        strong/massive/terrible/horrible/violent allergic/allergy; {_SWOLLEN} ~ {_FACE} !better/gone; {_FACE}
        ~ {_SWOLLEN}; facial swelling; puffy/huge/fat face/lips/tongue; throat ~ closing/closed/closes/close/
        tight/tightening/tightened/narrow/blocked; tight throat; tightness ~ throat; cannot/cant/couldnt
        swallow; hives ~ breathe/breathing/faint/throat/all; epipen/epipens; adrenaline/epi pen; lips/lip/
        face/tongue/tounge/eyes ~ sausage/sausages/balloon/blown/bigger/huge; tongue/tounge ~ too ~ big;
        tounge ~ swollen/swelling; swollen/swelling ~ tounge; hives ~ everywhere/over; swollen ~~ itchy lips/
        face/tongue
    """,
    "seizure": """
        seizure/seizures; convulsion/convulsions/convulsing/convulsed/convulsive; epileptic !for/since/
        medication/friend/brother/sister/dog/cat; had/having/has/have/took a/another fit !check/of/bit/
        session/enough/person/for; having/had fits !of; was/were fitting !kitchen/carpet/carpets/well/in/the;
        body/legs/arms/limbs ~ jerking/jerked/shaking ~ uncontrollably/uncontrollable/control/stop; jerking/
        shaking/twitching uncontrollably; uncontrollable/uncontrolled shaking/jerking; shook uncontrollably;
        jerking ~ tongue; shaking ~ jerking; bit ~ tongue ~ shaking/jerking/unconscious/wet; body jerked/
        jerking ~ over/uncontrollably; fitted ~ floor/minute/minutes; thrashing about/around; eyes rolled/
        rolling ~ back/up; grand mal
    """,
    "cauda_equina": f"""
        {_CANNOT}/{_HARD}/not/no/dont/didnt/havent/hasnt/havnt ~ {_URINATE}/peed/weed/urinated/urine/bladder
        !better/sleep/anymore/normally/exercise; {_CANNOT}/{_HARD}/not pass/passing/passed water/urine/
        anything; pass water cannot/cant; {_URINATE} {_CANNOT}/{_HARD}; {_CANNOT}/{_HARD}/not ~ hold/control/
        controlling/controll/keep ~ {_URINATE}/water/bladder/bowel/bowels/poo/stool/stools/motions/waste;
        lost/lose/loose/losing/loss/lack/no ~ control ~ bladder/bowel/bowels/pee/wee/poo/urine/waterworks;
        lost/lose/loose/losing/loss/no ~ bladder/bowel/bowels ~ control; lost/losing/no control down there/
        below; bladder/bowel/bowels/waterworks ~ numb/gone/accident/accidents/leak/leaks/leaking/leaked/empty/
        emptying/paralysed/stopped/working/works/control !better/again/fine/exercises/normally/well;
        incontinent/incontinence; wet/wetting/wetted/soiled/soiling/pooed/peed/weed/shat/messed/pissed myself/
        pants/trousers/knickers/bed; leaking/leak/leaks/leaked/dribbling ~ urine/pee/wee/stool/poo/faeces/
        feces/bladder; urine/pee/wee/stool/poo ~ leak/leaks/leaking/leaked/dribbling; {_CANNOT}/dont/didnt/
        hardly/barely ~ feel/feeling ~ {_DOWN_BELOW}/pee/peeing/wee/weeing/bladder/toilet/wipe/wiping/sex/
        need; no/lost/loss/losing/lack/without/less feeling/sensation/feelings ~ {_DOWN_BELOW}/sex/bladder;
        no/lost/loss/losing feeling/sensation ~ between ~ legs/thighs; no/lost/loss/losing feeling/sensation ~
        down there/below; no feeling private parts/part; {_NUMB}/tingling/tingly ~ {_DOWN_BELOW};
        {_DOWN_BELOW} ~ {_NUMB} !better; {_NUMB} ~ between ~ legs/thighs/cheeks; {_NUMB} down there/below;
        down there/below ~ numb/dead; between ~ legs/thighs ~ {_NUMB}; numb/numbness ~ private/privates/back
        parts/part/passage/area; private/back parts/part/passage ~ numb/numbness; inner thighs ~ numb; saddle
        anaesthesia/anesthesia/area/numbness; wiping/wipe ~ different/feel/numb; {_CANNOT}/not/didnt/hardly ~
        feel ~ paper; no/lost/loss/losing ~ feeling/sensation ~ private/privates; both legs ~ {_NUMB}/{_WEAK}/
        heavy/gave/give/way/tingling/tingly/jelly; {_NUMB}/{_WEAK} ~ both legs; {_CANNOT} ~ feel/move ~ both
        legs; cannot/cant/couldnt feel legs; legs ~ gave/give/giving/gone way/numb/jelly/dead; legs numb;
        sexual/sex ~ numb/numbness; no/lost/loss/losing ~ sexual/sex feeling/sensation; numb/numbness during/
        when ~ sex; {_CANNOT} ~ erection; cauda equina; cannot/cant/couldnt tell/know ~ need ~ go/toilet/pee/
        wee; bits/fanny/willy ~ numb/dead; weeing/peeing/pooing/pooping/soiling myself; legs ~ jelly; accident
        bed/pants/in ~ bed/pants/trousers/bed; toilet paper ~ strange/different/weird; both feet ~ numb/weak/
        dead; straining ~ pee/wee/urinate; bowels/bladder ~ let/gave go/way; urinary/urine retention; no
        urine/pee/wee since/for/all/today
    """,
    "bleeding_not_stopping": """
        bleeding/blood/bleed/bleeds/nosebleed/nose ~ wont/not/doesnt/didnt/cannot/cant/never/hasnt/isnt/
        wouldnt/dont/couldnt/havent ~ stop/stops/stopping/stopped/clot/clotting; wont/not/doesnt/didnt/cannot/
        cant/couldnt/hasnt/isnt/wouldnt/never/havent/unable/dont ~ stop/stopped/stopping/stem ~ bleeding/
        bleed/blood; still/keeps/kept/keep/constantly/continuously bleeding/on ~ bleeding; keeps/kept/keep/
        still bleeding; still bleeds; bleeding ~ hours/hour/nonstop/ages/continuously/constantly !after/
        before; heavy/heavily/profuse/profusely/massive/severe/uncontrolled/lots bleeding/blood !pressure/
        test/tests; bleeding/bled/bleeds/blood heavily/heavy/badly/profusely/everywhere/gushing/pouring/
        spurting/lots/through; bleeding/bled ~ lot; bleeding ~ heavily/profusely/badly/soaked/soaking; lost/
        losing ~ lot/lots/much blood; lot/lots blood !pressure/tests/test/results; spurting/pouring/gushing/
        squirting/spurts/pours ~ blood; blood ~ spurting/pouring/gushing/squirting/spurts; blood keeps/kept/
        keep ~ coming/flowing/running/going; soaked/soaking/soaks ~ blood/bandage/bandages/towel/dressing;
        vomiting/vomited/throwing/spitting ~ blood; haemorrhage/hemorrhage/haemorrhaging/hemorrhaging; oozing
        ~ blood; blood ~ oozing; still ~ oozing/bleeding; bleeding ~ stuck pig; pumping/pumped ~ blood
    """,
    "pregnancy_sign": """
        pregnant/pregnancy/pregnent/pg ~~ bleeding/bleed/bled/blood/spotting/clots/contractions/contraction/
        waters/cramps/cramping/leaking/gush !pressure/test/tests/group; bleeding/bleed/bled/spotting/
        contractions/cramping/cramps/blood ~~ pregnant/pregnancy/pregnent !test/massage; weeks ~ bleeding/
        spotting/contractions !into/course; waters/water broke/broken/breaking/gone/leaking !pipe/main/
        through/down/out; having/regular/early/got/started/strong contractions; contractions every/started/
        coming/began/minutes/now; baby/babys/bump/foetus/fetus ~ less/stopped/hardly/barely/fewer/slower/
        quiet/still/reduced !milk/well; baby/bump ~ not/hasnt/isnt/doesnt/havent/wont ~ moving/moved/move/
        moves/kicking/kicked/kick; baby ~ moves/moving/kicking/kicks/movements/movement ~ less/fewer/stopped/
        slower/reduced; less/fewer/reduced/no/decreased/havent ~ baby/fetal/foetal ~ movement/movements/kicks/
        moving/move; less/fewer/reduced movements/kicks; cannot/cant/couldnt/havent/not/dont ~ feel/felt/
        feeling ~ baby; miscarrying; think/having/am ~ miscarriage; bleeding ~ baby/bump; preg/expecting ~~
        bleeding/bleed/bled/blood/spotting/contractions/cramping; bleeding/spotting ~~ weeks/wks gone/preg/
        pregnant; tightenings; losing/lost ~ baby !weight/monitor/sitter; no kicks/movement/movements today/
        since/all/from; weeks/wks ~~ headache ~ flashing/lights/vision
    """,
    "needle_left_in": """
        needle/needles ~ left/forgotten/forgot/stuck/stayed/remained/missed/overlooked in/inside/behind/there/
        under/me/body !reception/room/car; needle/needles still in/inside/there/stuck/under/me; needle/needles
        forgotten; needle left; forgot/forgotten/missed/overlooked/left ~ needle/needles !phobia/holder/size/
        in/therapy/session; left/forgot ~ needle/needles in/inside; found/find/discovered/noticed/see/seen ~
        needle/needles ~ in/inside/sticking/still/home/hair/back/leg/ear/scalp/shirt/foot/arm/stuck/under/
        poking; needle/needles ~ sticking/poking ~ me/out/skin/back/leg; needle sticking out; needle/needles ~
        broke/broken/snapped/break/breaks; broken/snapped/bent needle/needles; stuck needle; piece/tip/bit/
        part/end/half needle; needle ~ tip/piece/end ~ in/inside/skin; needle ~ under ~ skin; needle/needles
        stuck; needle/needles not/wasnt/werent/never ~ removed/out; one/needle still in me/foot/leg/back/arm/
        ear/neck; didnt/forgot/not/never ~ take/remove/pull ~ needle/needles !phobia; still ~ needle/needles
        in me/leg/back/arm/foot/ear/scalp/neck/hand; left one in ~ scalp/back/ear/leg/foot/arm/neck/hair/me;
        tip ~ still in; metal ~ stuck/in ~ needle
    """,
    "infection_signs": f"""
        fever/fevers/feverish/pyrexia; high/raised/running/temp temperature/temp/temps; temperature/temp ~ 38/
        39/40/41/100/101/102/103/104/105; temperature/temp up/high/raised !summer/outside/to/all/week/in;
        chills; shivering/shivery/shivers/rigors/rigor; pus/puss/pussy !cat/cats/willow; abscess; cellulitis;
        sepsis/septic/septicaemia/blood poisoning; oozing/weeping/discharging yellow/green/stuff/fluid/liquid/
        matter; oozing/weeping/festering ~ {_NEEDLED}; {_NEEDLED} ~ oozing/weeping/festering; infected/
        infection ~ {_NEEDLED}; {_NEEDLED} ~ infected/infection/septic; signs/sign ~ infection; spreading/
        spreads/spread redness/red; redness/red/rash ~ spreading/spreads/spread/growing/bigger/larger; red
        streak/streaks/line/lines/stripe/stripes/track/tracks; hot ~ red ~ {_NEEDLED}/leg/arm/patch/lump; hot/
        warm ~~ swollen/swelling ~ {_JOINT}; {_JOINT} ~ hot ~~ swollen/swelling/puffy; {_JOINT} ~ hot ~ red;
        {_JOINT} ~ swollen/red/swelling ~ hot/burning; swollen/red ~ hot ~ {_JOINT}; {_NEEDLED} ~ hot ~ red/
        swollen/throbbing; {_NEEDLED} ~ red/swollen ~ hot/throbbing; burning up; yellow/green ~ gunk/pus/
        discharge/stuff; red patch/area/mark/skin ~ creeping/spreading/growing/bigger; fever/temperature ~ 38/
        39/40/41
    """,
    "numb_weak": f"""
        numb/numbness/numbed; weakness; {_LIMB}/limbs ~ {_WEAK}/dead/useless/heavy/lifeless !heart; {_WEAK}/
        dead {_LIMB}/grip/limbs; still/stays/remains/staying/always weak; weak since/for/all days; grip ~
        weak/weaker/gone/lost; lost/losing/no grip/strength ~ hand/fingers/arm/leg; no/lost/losing strength
        in; paralysed/paralyzed/paralysis; shooting pain/pains; pain/pains shooting down/into/through;
        shooting down leg/arm/thigh; electric shock/shocks ~ down/through/into/in leg/arm/hand/foot/fingers;
        foot/wrist drop/drops/dropping/dropped; drop/dropped foot; foot/leg/toes/toe ~ dragging/drags/dragged/
        catching; dragging/drag ~ foot/leg/toes; foot slaps/slapping/flops/floppy; {_CANNOT}/not/hardly/
        barely/dont ~ move/lift/raise/bend/grip/feel/wiggle/straighten/control ~ leg/foot/feet/toes/toe/
        fingers/finger/thumb/hand/hands/wrist/ankle/legs; {_CANNOT} feel arm/anything/arms/it; {_CANNOT} move
        arm/arms/it/them/anymore/limb !appointment/session; {_CANNOT} ~ hold ~ cup/pen/fork/spoon/mug/knife;
        {_CANNOT} grip; lost/loss/losing/no feeling/sensation/feelings in/on/from/down; lost/loss/losing ~
        feeling/sensation; nerve damage/damaged; dropping/drop things/cups/everything; pins needles ~ days/
        weeks/week/constant/constantly/still/permanent; lost/lose ~ use ~ hand/arm/leg/foot/fingers; tripping
        over toes/foot/feet/toe; cannot/cant/couldnt make ~ fist; legs {_NUMB}/{_WEAK}; weak/numb legs; feet/
        hands ~ numb
    """,
    "fainted": """
        fainted; fainting spell/spells/episode/episodes/attack/fit/again/twice; keep/kept/keeps/started
        fainting; faint during; passed/passing/past out !leaflets/flyers/sweets/cake/exam/the/papers/cards;
        pass out !leaflets/flyers/sweets/cake/the/papers/cards; blacked/blacking out; black out
        !curtains/curtain/blinds/blind/poetry; blackout/blackouts;
        syncope; lost/loss/losing/lose/loosing/loose ~ consciousness; unconscious; knocked out cold; out cold;
        keeled over; went black; collapsed !lung/sofa/bed/chair/couch/into/tent/roof/shelf; came to/round/
        around ~ floor/ground; woke/wake/waking ~ up ~ on ~ floor/ground !mattress/mat/futon; hit ~ floor/
        deck/ground; next ~ knew ~ floor/ground; found myself ~ floor/ground
    """,
    SELF_HARM_KEY: """
        want/wanted/wanting/wish/wished/wishing/wanna/rather/ready/deserve ~ die/dead/dying !embarrassment/laughing;
        think/thinking/thoughts/thought ~ dying/suicide/killing !plants/time; kill/killing/killed/end/ending/hang/
        hanging/drown/shoot/cut/cutting/harm/harming/hurting myself; hurt myself; self harm/harming/harmed; selfharm;
        suicide; suicidal; suicidle; end/ending ~ life; end/ending it all/now/tonight/everything; take/taking/took
        own/my life; dont/not/nothing/no ~ live/living/alive !in/with/near/here/there; dont/not want ~ wake/exist/
        existing; dont/not want be/be here/around/alive anymore/more/longer/tomorrow; dont want here anymore/more/
        longer; hope/hoped/wish/wished ~ wont/dont/didnt/not/never wake; no reason/point/use/sense ~ live/living/
        alive; nothing left/live ~ live/for; better off dead; better/easier off/if without/i me/gone/dead/wasnt;
        better if i wasnt/werent/gone/dead; everyone/everybody/world/family ~ better ~ without me; life ~ not worth;
        life ~ isnt worth; not worth living; isnt worth living; cant/cannot go/carry on anymore/more/living/longer/
        any; wish ~ never ~ born; tired/sick living/life/alive !out/in/with/here/like/alone/on/away; took/taken/take/
        taking/swallowed ~ overdose; overdose/overdosed/overdosing !sun/chocolate/sugar/coffee/cake; jump/jumping ~
        bridge/window/roof/train; dont wanna live/be; kms; make it all stop forever; dont/not/no want ~ here any/
        anymore/longer; point ~ living/life/alive !room/area/costs/quality; ways/way ~ end it/everything; top/unalive/
        off myself; do/doing myself in; happier/better ~ if ~ gone/dead/wasnt; hurting/cutting/harming myself again;
        took/taken/swallowed/take ~ all ~ pills/tablets/medication/meds; saved up ~ tablets/pills; cannot/cant go on
        !holiday/holidays/a/with/the/to/my; cannot/cant do this any/anymore ~ more/longer/pain/life; more/no wish ~
        live; took/taken/swallowed ~ too many ~ pills/tablets/painkillers
    """,
}
