"""Words that are whole although longer ones begin with them: `arm` is no short form of armpit.

The beginning of a longer word that is not among them is a short form: `mig` of migraine.

Read only when a name is new and an old one begins with it. When a whole word is taken for a short form, add it here.
"""

from functools import cache

from paintrack.model.symptoms.real_words_near_serious_signs import REAL_WORDS

# Common English words that are the beginning of other common words, and words for the body and its troubles. Those in
# `real_words` are not repeated here.
_ENGLISH = """
abandon abdomen absolute abstract abu abuse academic accept access accident according account accurate ace ache
achieve acid acquire act action active actual acute adam add addition address adequate adjust admiral admit admitted
adopt adult advance advantage adventure advise advisor aesthetic affect afford after afternoon again age ago agree aid
aim air airline alarm alaska albert alcohol alex alien all allow alpha alternate amazing america american among anal
anchor and angel anger ankle ann anna anne announce annual anonymous answer anti anus anxious any anyway apparent
appeal appear appoint approach arab arc arch architect are arm armpit arrange arrest art article artist ash ask
assault assess asset assist associate assume assure asthma athletic attack attend attract auction audit august aunt
aura australia austria authentic author auto automatic avoid aware awful awkward baby back bacteria bad badge bag bail
baker balance ball balloon ban band bandage bar bare base basic basket bat battle bay beam beard beautiful become bed
bee before beg behavior believe belong ben bench bend beside bet better bid big billion bin bird birth bit black
blackout bladder blade blast bleed blind blood blow blue board bob body bomb boost border bored born borrow both
bottle bounce bow bowel box boy brad branch brave brazil break breast breath breathe bridge brief brilliant broad
broadcast broke brother brush brutal bud budget bug build bulk bullet burden bureau bus business but butt button buy
buzz cabin cafe calf cam came camera campaign can cancel cancer candid candidate canon cant cap capital car carbon
careful carl carol carpet carry cartoon casual cat catch catholic cause celebrate center central centre cervical chai
chains chair challenge chamber champion chance chang change channel character charge charles chart charter chase cheap
check cheek cheese chemical chest chief child china chip chris christ christian chronic cinema circle citizen civil
claim class classic clause clean clear clever client cliff clinic clinical clock close cloud club coal coast coat
coccyx coin cold colic collapse collar collect colon colonial color colour column combine come comfort comic
comma command comment commit common companion compete complain complete complex comply compound compute computer
concept concern concert condition conduct confident confirm conflict congress connect conscious consent consider
constant contact contain content contest context continent continue contract control convert convince cool cooper cop
copy corner corp corps correct corrupt cos cough council counsel count counter country coup couple courage court cow
craft cream creative credit creep cricket crime criminal critical crook crowd cruel cruise crush cry crystal cuba cult
cultural culture cup curious current curtain curve custom cut cycle dad dam damage dan dance danger dangerous
daniel dare data date dave day dead dealer debt decade decide decided deck declare decline defend defense defensive
define degree del delay delicate deliver demand democrat demon den dentist depart depend deposit desert deserve design
desire desperate destroy detail detect determine develop did die diet differ different difficult dig digital
dimension dip direct direction director dirt disagree disappear disc discover discuss disease disorder display
distinct disturb divide division divorce dizzy doc doctor document dog doll domestic don donate door dot double doubt
doug down draft drag dragon drama dramatic drawer dream dress drill drive drop drum drunk dry dual due dust dutch
dynamic eager ear earn earning earth ease eat echo economic edge edit editor education effect effective efficient
effort egg egypt elbow elder elect electric element eleven elizabeth else embarrass emerge emma emotion emotional
emphasis empty encourage end endless energy engage engine engineer english enhance enjoy enormous enter entire episode
equal era erect eric error essential establish estimate eternal ethical ethnic eve event ever every evolution exact
exam examine except exception excess excessive excited exclusive execution exercise exhaust exhibit exist expand
expect explain explode export express extend extensive external extra extract extreme eye fabric face factor fail
faint fairy faith faithful false familiar famous fan fantastic far fashion fast fat fatigue fault favor feature fed
federal fee feel feeling fell fest fever few fiber fibula fiction field fifteen fig fight figure filing film filter
final finance financial find fine finger finish firm fisher fit fix flag flare flash flat flavor floor flu flush fly
focus follow foot football for forbid force forecast foreign forest forgive forgot format former formula forward
foster found fox frame francis frank fraud fred free freeze french frequent fresh friend front froze frozen fruit
fun function fur further gap garden gas gasp general generous genetic genital gentle genuine georgia german get ghost
girl give glad glass global goal god golf golfer good gorge got gout grace grad grade graduate grand graph graphic
grass great green greg grey grief grip groin gross ground group grow guarantee guard guess guide guilt guitar gum gun
gut gym habit had hair half ham hammer hand handle hands hang happen hard harm harsh harvest has hat have hay head
headache headed health heart heaven heavy helen help hence her here hernia hey high hilarious him hindu hip his
historic hit hold hole holiday home homeless honest honey honor honour hop hope horizon hormone hospital hot hour
house how hub hug huge hugh human humor hurt husband hype ibs ice icon idea ideal identify idiot ill illegal image
imagine immediate impact imperial implement import important improve incident include increase index india indian
indicate indirect indoor infect infinite inform initial ink inn insane insert inside insight insist inspire install
instant intend intense intent intention interact interest internal interview intimate into invest involve ion iran
iraq irish iron islam island israel issue its jacob jail jam jan jane japan jaw jazz jealous jean jeff jerk jet jim
joan job joe john joint jon jordan jose joseph josh journal joy judgment julia julie jump jumper just justify justin
keep ken kent kenya key kick kid kidney kill kim king kit knee knit knock know knowing knowledge korea lab labor
labour language lap las late laugh launch law laws lay layer leader leaders leak lear learn leave lecture led lee left
leg legal legend legit lemon length leo les less lesson let level liberal license lie life lift like limb limit line
lion lip liquid listen lit live load lobby local lodge log logic logical logo loop loose lord los lose loss lot loud
louis low lower loyal luke lumbar lunch lung machine mad magic magical main major make malaysia mall man manage
manager manner manual map mar marc march margin maria marine mario mark marked market martin marvel mary mason massive
mater material math matt mature max may mayor mean meaning meant measure meat media medic medical medicine member men
menstrual mention met metal method micro mid middle migraine miles milk million min minimal minister minor minute
mirror mission mistake mix mob model moderate modern modest moment mood moon moral more morning most mother motor
mount mountain mouth move movement mud multi mum municipal murder muscle music musical mutual myth nail narrow nathan
nation national natural nature nausea nazi near neck need needle needles negative neighbor neighbour nerve nervous net
network neural neutral never new news nice noble non nor norm norma normal norman northeast northwest nose not novel
now numb nurse nut nutrition nuts object objective observe obtain obvious occasion occur ocean odd off offer office
official often oil old olympic one ones open opera operation option oral orbit orchestra order organ organic origin
original other our out outdoor outside ovary over overall overdose overlook owe own owner package pad page pain
painful pakistan pale palm pan panic paper parent paris part partial partner pass passion past pastor pat patch
patient patrol pattern paul pay peaceful pelvis pen pepper per percent perfect perform period permanent permit person
personal pet pete phase phil philip phone photo phrase physical pic picture pie piece pier pig pilot pin pipe pit
place plan planet plastic play pleasant please plug plus pms poet point poison police polish political poop poor pop
popular position positive possess poster pot potential potter powder powerful practical practice pray precise predict
prefer premier prepare prepared present president press pretend prevent previous price priest prime prince principal
prior prison private privilege problem proceed process produce product prof profit program programme progress project
prominent promote promotion proper prospect protect protest proud prove proven provide provision pub public publish
pull punch puncture purchase pure purpose put quarter quest question quick quiet radiator radical radio rail raise ram
ran ranch random range rank rap rapid rare rash rat rate ratio rational ray react reaction reader real realistic
reason rebel receive recent reception recommend record recover red refer reflect reflux reform regard regime region
register regular regulator reject relate relation relative relax religious remember remind remove repeat repeated
replace report represent republic require research resident resist resolve resource respect respond retail retain
retire retreat return reveal reverse review reward rhythm rib rich rick rid right ring rio riot rip risk rival river
road rob robert rock rod roll roman romantic rome ron roof room rotation round route routine row roy royal ruin rule
run runner russia ruth sacral sacrum sad safe sail sale salmon salt sam sample san sat sauce sausage saw say saying
scalp scan scandal scar scare scene school sciatic scott scratch scream screen screening screw script sea seal search
sec second secret section secure see segment seizure select self selfish semi senior sens sense sentence sentiment
separate sept septic serious service session set settle severe sex sexual shade shadow shake shall shame shape sharp
shaw she shed shelter shield shin shirt shock shocking shoe shoot short should shoulder sick side sight sign silence
silent silicon silver similar simple sin since single sinus sir sit situation six size sketch ski skin skull sky slave
sleep slice slid slim slip slow small smash smith smoke smooth snap social soil solid solo solve sometime son sore
soul source southeast southwest space span speak special specific speech spell spend spine spirit spiritual spit
spleen spoke sponsor spot spread spring squad square squat squirt stab stage stamp stan stand standard stands start
state station steal stem stern sternum steve stiff sting stomach stone stool stop storm story straight strange
strategic streak street strength stress stretch strict striking stripe stroke strong structure struggle stud stuff
stupid subject subscribe subtle succeed success sudden sue suffer sugar suggest suitcase sum summer sun super superior
support suppose supposed supreme surface surgical survey susan suspect swallow swap swear sweat swell swift swim swing
symbol symptom sync system table tackle tag tail take talent talk tan tap target tax taxi tea team tech technical
technique ted teenage tell temper temple ten tender tendon tennis tent term terminal terror test than thanks the their
them there thick thigh think thinner third this thoracic thou thought thread threaten throat through throw thumb
thunder thy thyroid tibia ticket tie tier tight tighten tim time tin ting tip tired title tmj todd toe tom ton tongue
too tooth top topic torture total toward toxic track trade tradition tragic train trans transfer transform transit
transport trap trauma travel treasure treat treatment trigger trouble trump trust truth try tube tune turkey turn twin
twist twitch type typical ulcer ultimate ultra uncle under unfair uniform union unique unit universal unlike unusual
upset urban urge urgent use useful usual uterus valid value van vanish various vary vein verse vertical vertigo via
vice victor victoria video view villa violent virgin virtual vision visit visual vital vocal voice vomit vote vulva
wake walk wanna want war warm warrant was waste water way weak wealth weapon weather web week weight weir weird well
were wet wheel when where which whip who whole whom wild win wing winning wish with withdraw wolf won wonder wonderful
wood works world worry worse worth wound wrap wrist write writer wrong yellow yes yield york you young zoo
"""
# The body in German, French, Spanish, Italian, Portuguese, Dutch and Scandinavian languages, where names of troubles
# are put together of such words: Kopf, Kopfschmerzen.
_OTHER_LANGUAGES = """
angst arme armen asma atem auge augen axel bauch becken bein beine blase boca bocca bouche braccio bras brazo brust
buik buk cabeza cadera cara caviglia cervicale cheville cintura codo col colonne corazon corpo cou coude coxa cuello
cuisse darm daumen dedo dent dente dents dito doigt dos ellbogen enkel epaule espalda estomac estomago estrés estômago
faccia ferse fod fot fuss fusses gamba genou genoux gesicht ginocchio gomito haar hals halswirbel handen haut herz
hofte hombro hoofd huft huid huvud hüfte jambe jambes joelho kaak keel kehle kiefer kinn kne knie knä knæ kopf kopp
kreuz kropp lende lenden lomb lombar lombo maag mage magen mains mano migrän migräne mund muskel muskler muñeca nacke
nacken nakke nariz nase naso nek nerven neus nez nuca nuque nyre occhio oeil ohr ohren ojo olho ombro oog oor orecchio
orteil ouvido oído pecho peito pele pelle petto pied piede pieds piel pierna poignet pols polso pulso punho rein reins
riñon rodilla ruecken rug ryg rygg rücken schlaf schläfe schouder schulter seele sein seno skulder slaap sommeil sonno
sono spalla steiss stirn sömn søvn tand testa tete tobillo tornozelo tänder tête unterleib ventre viso voet wade waden
wange wirbel zahn zeh zehe zehen zähne épaule öra öre øre œil
"""


@cache
def whole_words() -> frozenset[str]:
    """Words that may stand in the name of a condition, folded."""
    return REAL_WORDS.union(_ENGLISH.split(), _OTHER_LANGUAGES.split())
