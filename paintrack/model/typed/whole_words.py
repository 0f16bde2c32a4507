"""Words and names that are whole although longer ones begin with them: `arm` is no short form of armpit, `Chan` none of
Chandler. What begins a longer one and is not among them was cut short: `mig` of migraine, `Gonz` of Gonzalez.

Read only when a name is new and an old one begins with it. When a whole word is taken for a short form, add it here.
"""

from functools import cache

from paintrack.model.symptoms.real_words import REAL_WORDS

# Common English words with which other common words begin, and the body and its troubles; those of `real_words`, which
# are whole too, are left out.
_ENGLISH = """
abandon abdomen absolute abstract abu abuse academic accept access accident according account accurate ace ache
achieve acid acquire act action active actual acute adam add addition address adequate adjust admiral admit admitted
adopt adult advance advantage adventure advise advisor aesthetic affect afford after afternoon again age ago agree aid
aim air airline alarm alaska albert alcohol alex alien all allow alpha alternate amazing america american among anal
anchor and angel anger ankle ann anna anne announce annual anonymous answer anti anus anxious any anyway apparent
appeal appear appoint approach arab arc arch architect are arm armpit arrange arrest art article artist ash ask ass
assault assess asset assist associate assume assure asthma athletic attack attend attract auction audit august aunt
aura australia austria authentic author auto automatic avoid aware awful awkward baby back bacteria bad badge bag bail
baker balance ball balloon ban band bandage bar bare base basic basket bat battle bay beam beard beautiful become bed
bee before beg behavior believe belong ben bench bend beside bet better bid big billion bin bird birth bit bitch black
blackout bladder blade blast bleed blind blood blow blue board bob body bomb boost border bored born borrow both
bottle bounce bow bowel box boy brad branch brave brazil break breast breath breathe bridge brief brilliant broad
broadcast broke brother brush brutal bud budget bug build bulk bullet burden bureau bus business but butt button buy
buzz cabin cafe calf cam came camera campaign can cancel cancer candid candidate canon cant cap capital car carbon
careful carl carol carpet carry cartoon casual cat catch catholic cause celebrate center central centre cervical chai
chains chair challenge chamber champion chance chang change channel character charge charles chart charter chase cheap
check cheek cheese chemical chest chief child china chip chris christ christian chronic cinema circle citizen civil
claim class classic clause clean clear clever client cliff clinic clinical clock close cloud club coal coast coat
coccyx cock coin cold colic collapse collar collect colon colonial color colour column combine come comfort comic
comma command comment commit common companion compete complain complete complex comply compound compute computer
concept concern concert condition conduct confident confirm conflict congress connect conscious consent consider
constant contact contain content contest context continent continue contract control convert convince cool cooper cop
copy corner corp corps correct corrupt cos cough council counsel count counter country coup couple courage court cow
craft cream creative credit creep cricket crime criminal critical crook crowd cruel cruise crush cry crystal cuba cult
cultural culture cup curious current curtain curve custom cut cycle dad dam damage damn dan dance danger dangerous
daniel dare data date dave day dead dealer debt decade decide decided deck declare decline defend defense defensive
define degree del delay delicate deliver demand democrat demon den dentist depart depend deposit desert deserve design
desire desperate destroy detail detect determine develop dick did die diet differ different difficult dig digital
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
foster found fox frame francis frank fraud fred free freeze french frequent fresh friend front froze frozen fruit fuck
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
personal pet pete phase phil philip phone photo phrase physical pic picture pie piece pier pig pilot pin pipe piss pit
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
# Given names and surnames of four letters or more with which others begin, from the lists of names of Faker
# (https://faker.readthedocs.io, MIT) for Europe, America, India and Turkey, with Chinese and Korean surnames.
_PERSONS = """
aalto aarna aaro abba abbe abbi abdi abdul abdullah abel abraham acar adal adalbert adam adela adolf adolph adora adri
adrian adrien advik agne agnes agustí ahmad aimé aina aino aisha aksel akça alan alaz alba alban albero albert albin
aldo alek aleks aleksandr alen alex alexa alexander alfons alfred alix alla ally alma almut alois alphons alva alvar
alve alwin amado amara amat amin amir amor anas anastasi anastasio anatol anatoli anay anders andi andra andre andrea
andreas andrei andres andrew andré anett angel angeli anja anna anne annegret anneli annelie annelies annett anni anse
ansel anselm ante anto antoine anton antoni antonie antonio antti antón aran arce arco argu aria arias arie ariel arif
armin arnal arnau arnaud arnd arne arno arnulf aron arttu artur arvid arya aslan atkins august augustin aurelia axel
aykut ayse ayush azad azahar aziz baba babett bach bail bakke bala ball balla ballester baptist barba barbe barber
barbie barr barre barrio barros bart bartel barth baró basil bass bastiaan batta bayo becca bech beck bedi beer bell
belle bello benavent benedict benedikt bengt bent bera beren berend berends berg berge bernad bernard bernardi bernd
bernhard bernie bernt bert bertho bertil berto bess best beth bethan betti bettin bhat bhatt biagi biagio bianchi bibi
bien bilge bilgin bill bina bird birgit birgitt björk black blanc blanch blanche blas blom bocca bodo boer bond bora
borah borg borra botta brad bram bree brenda brenna brian brit britt britta broek brooke brown brun brunel brunhild
bruni bryan buch buck bull burkhard burt bäck börje cabeza cabo cain cait cali callie camille campo canal candela
canet cano cant carin carl carli carlo carm carmon caro carol carola carolin carr carre carrera carri carrie carro
casal casale casanova case cass castell castelli catalá cathrin catrin ceci cemal cerdá cesar chad chan chana chand
chanda chandra chang char charlott charo chat chen cheng cher cheri chiara chong chris christel christian christin
christof christoffer christoph christophe chung cihan claas claes clair clare clark claud claus clay cleat clem
clement cliff cobo cole coll collet collin colom conrad cook cora cord cornelis cornelisse corona cortes costa court
cristian crys curt dagmar dahl daksh dalla damian dani daniel daniels dann daph darius darry dave david davids davis
dean debora deep delf delil dell delphi demi demir denis deniz dennis devan devi devin dian dick didi dietlind dimitri
dion dirk domenic dominic dona donald donato dorit dorothe dossi doug drew dries drub dube duha duran durmuş dutt
dylan eben eberhard ebert eckhard edgar edit edith edmund eduard edvard edward edwin edyth einar eira ekber elbert
elberts eleanor elenor eleonor elfi elias elif elin elis elisa elisabet elise eliza ella ellen elli elliot ellis elma
elmer elof else emanuel emil emilia emin emir emma emmanuel encarna engin eral erhard eric erick erik erin erkki
erland ernest esko essi ester esteve eugen evan evelin evelyn evert evrim fabia fabian fabio fabre fabrizi falcon
falcó falk fall fatma faust feli felicia ferdi ferdinand ferm ferran ferrand ferrari ferrer ferrera ferrán fidel field
fien filip fleur floor flor folke folker font fors fran frances francis franco frank franklin frannie frans franz
françois fred frede frederic frederick frederik fredrik fredriks frey frid frieder friedl fuente gaba gabba gabe gabi
gabriel gail gala gallego gallo galvan gara gare garg garret garri gaspar gaurang gauri gautam gaya geert geerts gene
gentili geoff georg george georgia gera gerald gerard gerd gerhard gerlind german gero gerri gerrit gerrits gerritse
gert gerti gertraud gertrud gian gianni gilbert gill gilles giulia giusti glass glen goda good gracia gras green greg
greger gregg gregor gregori gren grete griffith grit groen gros gross gual guido guit gunn gunnar gustaf gustav guus
gwen gökçe göran gülen gülşa güçlü haas hagen hale hall hami hammar hanna hanne hannu hans harald hardin hari harm
haro harold harri harris harsh hart hartman hartmut haug hauge hayre heath hedi heide heijman heikki hein heino
heinrich helen helge heli helin hella helle hellmut helma helmer helmi helmut helén hema hemang hendrik hendriks henni
henning henri henrik henrique henry herb herbert heribert herma herman hermann hermans hernán hess hilde hildegund
hill hilma hjalmar hodge hoeks hoffman hofman holger holland holm holst holt hong honor hopp hora horn howe howell
huang huber hubert huerta huff hugh huls hult humbert humphrey hunt hwang hägg håkan iglesia ignatz ignaz ilari immo
inga inge ingo ingvar irmi irvin isabel isabell isak isha isidor issa ivan ivar iver i̇hsan jaakko jack jacob jacobi
jacobs jakob jana jane janet janett jang jani janin jann janne janni jano jans janse jansse janssen janus jasmin javi
javier jaylin jean jeanne jeff jenn jenni jens jeppe jere jeremi jesper jess jesse jesus jiang jill joan joann jochem
jock jodi johan johann johanna johanne johannes john johns jonas joona joost jordan jordá jose josef josefin josep
joseph josh josé jove joël juan juda jude judi juha jule julia julian julie julius juliá junck jung juni junk juri
jussi justin juul järvi jörg jörgen jørgen kade kait kaitlyn kale kali kalle kalli kamil kamp kane kang kant kara
karan karhu kari karin karl karol karolin kasim kata kate kati katri katrin kazim kelli kemp kenj kenn kennet kent
kerr kete khan kill king kira kirsti kirstin kjeld kjell klas klaus kling knapp knud knut kohl kokko koning konstantin
kornel kort koski kraus kris krish krishna kristen kristi kristian kristin kristoffer kuiper kwon kyan kızıl laakso
lage lahti laksh lall lamb lambert lang lange lars lasse lassi lata laure lauren lauri laurits laus leclerc lehto
leila leino lenn lennart leon leona leonard leone leonid leonor leopold lettie leve levi levin lian liang liesel lili
lilia lilian lilla lilli lina lind linda linde lindh line link linn lisa lisbet lise liselott lissi little lizz ljung
llano lois lombard lone long lope lore loredan loren lorenz lori losa lotti loui louis lova lovis lowe luca luce lucia
luigi luis luka lund lunde lundh lura luuk luzi luís lynn maas mace mack maddi madhav mads magar magda magnus mahal
maik maike maks malc malin mall malm malo mand manda mane mann mans mantha manu manuel mara marc marcel marcia marco
mare maren marga margaret marge margit margo margret mari maria marian mariann marie marija marin marine mario maris
marit marius marja marjo mark marlen marlies marni marsh marsha mart marte marten marti martin martine martins martti
marty martí martín marv mary marí masa masse mata mate mateo mateu mateus mathew mathias mathis mato matt matteo
matthew matti mattia matts mauri maury mave maxi maxim maximilian mayo mazzi mechthild megha meghan mehdi mehmet meik
meis melin melo melvin mena mende merci mert merv mervi meryem metin meyer micael micha michael michal michel michela
michele michiels mick mies miguael miguail miguayl miguel mika mikael mike mikkel mikko mila milan mille milo miner
minh mira mirja mirjam miro miroslaw mital mitch mitzi modi modig moen mogens mohammad mohan molen moles molin moll
mona monet monnie montanari monte montes moon mora moran morandi more morel morell morris mort morten mose mulder
murat myrt mäki måns mårten nada nades nadi nadin nagar napoleon narayan natali natan nath nathan natt nayar nazaret
nazi nebih neel nell nelli nels neval nevala nevsal newt nichole nichols nick nicki nico nicola nicolas nicolau nicole
niel niels niemi niklas niko nikola nili nils nita noel noor nora norbert norbu nord nori norlin norm norma norman
nova noël nura nuri nurmi obed ojas olav oliva olive oliver olivera olivie olle olli olof onni osborn oskar ossi
osvald otto owen paavo pace paco page palacio pall palla palm palma paloma palomar paris park parkin parri parth
pascal pascual pasqua pasqual pastor pate patric paul pauli paye peder pedro pekka pelle pelli pentti pera peral peri
pero peron pete peter peters peterse petit petra petter peña phil philip philipp phillip phillips pier pieter pina
pinto piran plana ponce ponci pont porcel porter post potter poul power prat pres prins pucci puri päivi quero quil
rachit radha rafa rafael raghav ragna raimo raimund raja rajagopal rama raman ramon ranta raphael rasmus ratta raya
recep recer rees regina reid reina reinald reine reinhard reinhild reis rena rene reni rens rené reyna reynold rian
riba ricci rich richard richards rick ricka rico rijn rissa rita ritt rizzo robert roberts robin roby roca rocca roche
rodger roge roger roland roma roman ronald ronni roos roose rosa rosabel rosaenn rose roseann rosel rosell rosi rosie
ross rosselli rossi roussel rube rudolph rupert rush russ rust ruth saar saari saba sabih sabri sachdev safie saga
saini sala salmi salo salom salvi sama samar sami samir samu samuel sandal sander sanders sandi sankar sans sant sante
santi sara sari sarin satu saul savanna schenk schiavo schmidt schou scott scotti sebastian seda selim selin senn seph
sepp seppä serge serra seth sevdi seve severin sevilla sezgin shan sharp shaw shawn shel sher sheri sherry shirl
sigfrid silla silva simeon simo simon simone simons simó sina singh sini sivert skog smit sofi soini sola sole soler
song soni soria spence spies srinivas staci stan steen stef stefan stefani steffen steffi stein stella sten steph
stephan stephani stephen stephens steve steven stevens stoffel strand ström sudi summer sune suri susan susann susanna
susi svante sven swen sybill sören søren tali tamburi tanak tang tara tash tasso teodor tere terri tess tessie teun
thad than theo theodor theres thom thomas thor tiff tikka till tillmann tilman timm timmerman timo tish tobias toivo
tomas tomi toni tony tora tori torre torrent torri torsten toscani tova traci tran traude trentin trevisan trini trish
trix tron trub trude tuomi ture tuuli türk ulrik urban uğur valencia valentin valeri vall valle vang vara vasa veda
veer vega veli verde verdi verga verner vert vertoor vest vester vicki victor victoria vigo viktor vila vilhelm villa
villar ville vina vince vincent vink virta vivian viña vuori wali wall walla walli walt walter wang ward wash wende
west wester white wilfred wilfried wilhelm wilkins will wille willem willems willi william williams wilms winni wint
winter wolf wong wood wout wouter wouters wulf xavi yadav yahşi yamin yang yash yasmin yong yoon yoshi yücel yıldır
yılma zach zacharia zaid zamora zara zehra zeph zhang zhao zheng zhong zhou zhuang zimmer ángel çetin éric özge ülke
şefi şevket
"""


@cache
def whole_words() -> frozenset[str]:
    """Words that may stand in the name of a condition, folded."""
    return REAL_WORDS.union(_ENGLISH.split(), _OTHER_LANGUAGES.split())


@cache
def whole_names() -> frozenset[str]:
    """Names of persons, folded."""
    return frozenset(_PERSONS.split())
