"""What people write every day: phrases that only sound serious, and the words for no side effect.

The phrases are written as `phrase_matching` describes.
"""

# Looked for before the serious signs, which are not looked for in what these phrases cover.
EVERYDAY = """
    no/without/never trouble/difficulty/difficulties/problem/problems/loss/issue/issues ~ breathing/breathe/peeing/
    pee/weeing/urinating/bladder/bowel/bowels/control/speaking/talking/swallowing/moving/walking; fit and well/
    healthy/active/fine; hay/spring/cabin/gold/yellow/dance/football/night fever; fever tree/pitch; fever/numb/
    numbness/weakness/chills/tingling/shooting ~ better/gone/less/improving/improved/easing/eased/settled/disappeared/
    resolved/away/fading/faded/over; less numb/numbness/weak/weakness; weakness for; weak coffee/tea/signal/wifi/sun/
    excuse/joke/pound/dollar/ankles/drink/spot/link; numbing; comfortably numb; turn/turned/turning ~ blind eye;
    stroke luck/genius/work/midnight; breast/back/brush/pen/golf/swim/swimming/butterfly/backhand stroke/strokes;
    stroke/strokes/stroked/stroking the/my/cat/dog/horse/cats/dogs/fur/hair cat/dog/horse/hair/fur/cats/dogs/baby;
    stroke/strokes ~ cat/dog/horse/fur; stroke clinic/ward/unit/association/nurse/charity/rehab/survivor/risk/patient;
    stroke ~ ago/2010/2011/2012/2013/2014/2015/2016/2017/2018/2019/2020/2021/2022/2023/2024/2025; mother/mum/mom/
    father/dad/uncle/aunt/grandmother/grandfather/gran/grandad/nan/sister/brother/neighbour/neighbor/friend/friends
    had stroke/seizure/seizures/fit/fever/pneumothorax; mothers/fathers/mums/dads/husbands/wifes stroke; chest
    drawers/freezer/exercise/exercises/press/muscles/tools/hair/size/day; heart attack ~ plate; bleeding the radiator/
    radiators/brakes; bleed radiator/radiators/brakes; bleeding edge/love/obvious/heart/hearts; blood pressure/test/
    tests/group/sugar/sample/orange/donor/count/results; period/menstrual/menstruation/cycle/menses/flow ~ heavy/
    heavier/heavily ~ bleeding/blood; period/periods/menstrual heavy/bleeding; heavy/heavier ~ period/periods/flow;
    heavy bleeding ~ period/cycle/day; die for; dying/dyed to/hair/see/know/meet/hair; killing time; speech therapist/
    therapy/day/bubble/writing; give/gave/giving/make/made/heard/wedding speech; breathing exercise/exercises/
    technique/techniques/practice/meditation/app/class/course/space/lessons; trouble/difficulty/problems/problem/hard
    sleeping/falling/getting/concentrating/parking/finding ~ breathing; nearly/almost/felt/feel/feeling/near/little/
    bit ~ faint/fainted/fainting/pass/passed/passing ~ out; nearly/almost/felt/feel/feeling/near faint/fainted/
    fainting/collapsed; passed/passing/pass out leaflets/flyers/sweets/cards/cake; blackout curtains/curtain/blinds/
    blind/poetry; unconscious habit/bias/mind; cannot/cant speak/talk highly/now; cannot/cant/couldnt move
    appointment/session/it; needle/needles ~ left/stayed/still/were ~ in ~ minutes/mins/min/minute/hour/usual/long/
    longer/time; left ~ needle/needles ~ in ~ minutes/mins/min/minute/hour/usual/longer; press/ear/intradermal/stud/
    tack/permanent/knitting/sewing/pine/compass needle/needles; needle/needles eye/haystack; ear seeds; pins needles;
    red lines wine/team/light; risk/fear/afraid/scared/history of/for fainting/stroke/seizure/seizures/infection/
    pneumothorax/fever/bleeding; risk/fear/afraid/scared fainting/stroke/seizure/seizures/infection/pneumothorax/
    fever/bleeding/numbness; in case fever/infection/fainting/bleeding; what if faint/fever; muscle/muscular
    contraction/contractions; shivers/shiver down/up ~ spine; chills netflix/film/song/music; seizure ~ by/of customs/
    goods/car/assets/property/police/drugs; to fit; fit bit/check/enough/kit; hurt myself lifting/gardening/running/
    playing/skiing/falling/cutting/moving/training/working/while/when/at/in/on/again/with/doing/carrying/yesterday/
    today; cut/cutting myself ~ shaving/kitchen/knife/paper/slice/cake/cooking/gardening/bread/finger; hurting myself
    lifting/running/training/gym/at/in/while/when; kill/killing myself laughing/working/gym/training; suicide squad/
    prevention/hotline/awareness; die/dying/dead laughing/embarrassment/laughter/curiosity/tired/boredom; dead tired/
    end/line/sea/battery/heat; drop dead gorgeous; drop by/in/off/the; double check/session/dose/bed/room/espresso;
    tired life work; face mask/cream/down/cradle/cloth/time/wash/up; cold feet/hands; bottom line/drawer/shelf; saddle
    soap/bag/horse/bike; no pain/change/improvement/better/idea/news; water/waters bottle/broke main/pipe/heater;
    infected/infection laptop/computer/phone; temperature outside/room/water/bath/oven/summer/was; high temperature
    outside/today/wash/oven/summer; puss boots; fever free; hardly any numb/numbness/fever/bleeding/tingling; free
    fever/numbness; ruled/rule out cauda/stroke/infection/fever/seizure equina/and/or/for/in; ruled out ~ equina/
    stroke/infection/pneumothorax/fracture; epipen/adrenaline not/unused/needed; not/didnt need ~ epipen; out breath ~
    run/running/5k/10k/parkrun/gym/jog/jogging/hill/race/bus/cycling/swim/swimming/dancing; very/keep/kept/getting/
    get/stay fit; had a fit ~ saw/bill/price/told/laughing; drop/dropped foot off; went black ~ dirt/mud/soot;
    collapsed ~ sofa/bed/couch/chair/armchair/heap/laughing; tent/roof/shelf/chair/bed/table/bridge/shed/marriage/
    business/talks collapsed; at a stroke; chills ~ music/song/lovely/film; legs/leg/arms/arm ~ weak/numb/dead/heavy ~
    gym/workout/training/run/running/squats/sitting/crossing; legs/leg/arms/arm ~ weak/numb/dead/heavy ~
    slept/sleeping funny/awkwardly/wrong; legs/leg/arms/arm ~ weak/numb/dead/heavy ~ slept/sleeping on it/them;
    film/films/book/books/documentary/
    article/play/podcast/series/news/programme ~ suicide; thinking ~ mum/mums/mom/dad/dads/fathers/mothers/husbands/
    wifes/friends death; hate myself; living ~ suitcase/suitcases; overdose ~ sun/chocolate/sugar/coffee/cake;
    bleeding ~ period/periods/cycle; leg/calf/foot/toe/stomach cramp/cramps; can/could/do/does/will ~ needles/needle/
    acupuncture/it ~ cause/causes ~ pneumothorax/stroke/infection/seizure/seizures; help/helps/helped/treat/treats/for
    ~ stroke/seizures/epilepsy/numbness/fainting/infection/weakness; help ~ mother/father/mum/dad/husband/wife ~
    stroke; if ~ get ~ fever/faint/infection; do ~ needles/needle break; could ~ needle ~ left in ~ mistake; side
    effect/effects; water broke through; temperature ~ to/in/of ~ degrees/shade/room/summer/weather; high temperature
    ~ week/outside/shade/summer; gran/granny/her/his/mums/dads/fathers/mothers/husbands/wifes stroke; dog/cat/horse/
    dogs/cats ~ seizure/seizures/fit/fits/fainted/collapsed; husband/wife/boyfriend/girlfriend/friend/brother/sister
    fainted; record/player/sewing/knitting needle/needles; needle/needles ~ record; dead leg/arm; numb/swollen/weak/
    numbness ~ dentist/dentists/filling/snow/cold/ice/frozen; dentist/dentists ~ numb/swollen; chilly/cold feet/hands
    ~ numb
"""
# Answers that say that there was none.
NONE = (
    "none, no, nothing, nil, ok, okay, okey, fine, n, n/a, na, nope, zero, 0, none reported, none noted, none at all, "
    "none so far, no side effect, no side effects, no side effects at all, not any, nothing at all, nothing unusual, "
    "nothing special, nothing to report, all good, all fine, all ok, good, nein, keine, keiner, non, aucun, aucune, "
    "geen, nee, ninguno, ninguna, nessuno, nessuna"
)
