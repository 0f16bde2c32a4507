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
# Given names and surnames of four letters or more, met in texts, with which others begin, from the lists of names of
# Faker (https://faker.readthedocs.io, MIT) in Latin letters, with Chinese and Korean surnames.
_PERSONS = """
aage aalto aamir aaro abad abba abbas abbe abbi abdi abdul abdullah abed abel abigail abou abraham abrahams abram acar
adalbert adam adamec adamo adams addis adel adela adele adem aden ader adil adina admir adolf adolph adora adri adria
adriaan adrian adrien adrienn adrián adéla afer agnes agustin ahmad aida aime aimé aina aino aisha ajan akar akbar
akif aksel akça alain alan alana alas alba alban albero albert albin albu alda aldo alea alec aleksandr aleksandra
alen alex alexa alexander alexanders alexandr alexandre alexe alfa alfie alfons alfonz alfred alger alia alin alis
alix aliya aliyev alja alla allan allen allende aller alli ally alma almaz almir alois alta alto alva alvar alver
alvin alwin amado amal amar amara amari amat amber amel amin amina amir amma amon amor amri anar anas anastasio anatol
anatoli anders andi andor andra andre andrea andreas andrei andrej andres andrew andria andrian andré andréa anel
anett ange angel angeli angelic anghel angi anie anis anja anna annabel annas anne annegret anneli annelie annelies
annet anni anon ansa anse anselm antal ante anthony anto antoine anton antoni antonie antonin antonio antoniu antti
antun antón anya apollo appia arab aran arce arch arco arda arend arent aria arias arie ariel arif arin aris aristide
arla arman armand armin arna arnaud arne arno arnold aron arra arriaga arta artan arthur arttu artur artúr arvid arya
aryan arzu asad asha ashe asia aslan asma assa astrid atkins atla atma aude august augusta augustin aura aurel aurelia
aurelian aurélie austin averi axel ayan aydin aydın aykut aylin aynur aysu azad aziz baba babe baby bach back baha
bahno bahri bail baki bakke bala balan baldwin bale bali ball balla balog baltasar bambi bandi bann baptist bara barak
baran barb barba barbe barber barbie barbier bare barna barok baron barr barra barre barrie barrio barros bart barth
barthel bartoš bashar bashir basil bass bassi bastiaan batra batta baum bava baya bayram beat beau becca bech beck
becker bednář beer beka bela bele belkacem bell belle bello belo bena benedict benedikt beneš bengt beni benjamin
benjamín benji benn bennet bent bente bento benz beran beren berend berg berge berger bergman bergmann bergs bernadett
bernard bernardi bernardo bernd bernhard berni bernie bernt bert berta bertel berthe bertil bertin berto bertram bess
best beta beth bett bette betti betty biagi biagio bianchi bibi biel bielik bien bilek bilge bilgin bilka bill billie
billy bina bird birgit bjarne björk björn black blaho blanc blanche blanchet blas blom bobbi bobby bocca bodo boer
boga bogdan bogi bohdan bohumil bohuslav bona bond boon boone bora bore borek borg borgar boris borra boru bosman boss
botta brad brady braga brahim bram brande branden brandi brands brandt brandy brant bray brea bree brenda brent bret
brian briand brice bridge bridget brit brita britt britta broek brook brooke brooklyn brouwer brown brož bruck brun
bruni bruno bryan bryce bryn brynjar buch buck buena bula bull burak bureš burk burkhard burr burt butch byrd byrne
bäck béla börje cabbar cabeza cabo cade cadena cage cahill cain caine cale caleb cali calla callan callie calvin cami
camil camille campo canal candela candy canet cano cant capa capua cara cari carin carl carli carlo carls carly carma
carmel carmen caro carol carola carole carolin carolyn carr carrera carri carrie carrier carro cary casal casale
casanova case cash casian casimir cass castelli ceci cecil cedric cemal cena cesar ceyhun cezar chad chai champ chan
chana chance chandra chanel chang chante chapa char charles charlie charm chas chat chen cheng cher cherry cheryl
chiara chin chip chong chovanec chris christ christa christel christen christi christian christians christin christof
christoffer christoph christophe christopher chung cici cihan ciprian cisterna claes clair clara clare clark clas
claude claudiu claus clay clear clement cleo cliff clint clément cobo codruț coen cole colin coline coll collet collin
colon colt comer conn conner connor conrad constant constantin conte conti cook cora coral cord corda cori cornel
cornelio cornelis corneliu corona corral cortes cosmin costa coste costel costello court cousin creed crin cris crista
cristi cristian cristofor cross cumming curt curtis cyril cătălin daan dace dach dacia dacian dada dagmar dahl daisy
daja dakota dale daler dalla damar damian damien damon damu dana dane dani dania daniel daniels danilo dann dano dans
dante danu dany dara darci dare daria darin dario darius darryl daru dary daryl dash dave davi david davids davis
davon davor dawn dean debora debra decker deep deja delia delil dell della delphi demetrio demi demir deng denis deniz
denk dennis derya desi dessa destin dever devi deville devin devine devon dewitt deák diana dick didi dietl dieu digna
dima dimitri dina dion dirk divine diyor dmitri dock dola doležal doll dolly dolph domen domingo dominic dominik dona
donald donat donata donato donna dono dora dori doria dorian dorin dorit dorn dorthe doru dostál doug douglas draga
dragan drago drew dries drum dudek dudo duff duha duma dumitra dunn duque duran durant durmuş durna dusty dusík dutt
dušan dušek dvořák dylan dávid débora désiré dünya earl earle earnest ebbi eben eberhard ebert eckhard edda edel edgar
edie edil edin edina edit edith edmond edmund edna eduard edvard edvin edward edwin egger egil egli eide eija einar
eira ekber elda eldar eleanor elfi elia elias elie elif elin elinor elio eliot elis elisa elisabet elisabeth elise
eliza elka ella elle ellen eller elli elliot ellis elly elma elmar elmer elmo elon elsa else elva elvan elver elvi
elza emanuel emer emerald emil emile emilia emilian emilie emin emir emma emmanuel emmer emmi encarna enda engel engin
engl enrique ensar eren erhard eric erick erik erika eriks erin erkki erling ernest ernst eron erva ervin eryk esco
esko esma esparta espino esra essi esta ester esteve ethel eugen evan evelin evelyn ever everett evert evrim fabia
fabian fabien fabio fabián fabre fair falcon falk fall fanni fanny faria farid farrell farris fatih fatma faust faye
fedor fehr felicia felix fella ferd ferdi ferdinand fergus ferm fern fernand ferne ferrand ferrari ferrer fico fidel
field fien fiere filip filipe filippo fina fink finn fiona firman fisch fito fitz fišer fleet flemming fleur floare
floor flor flora flore florent florentin florian florin folke font foot ford forni fors fran franc france frances
franci francie francis francisc franco francois franek frank franklin frans franz françois fras fred frede frederic
frederick frederik fredric fredrik fredriks frei fresh frey frid frida friedl friedrich fritz frost fuente funi gabe
gabel gabi gabriel gabriels gada gael gaia gail gaine gaja gala galan gale galen galle gallego gallo galo gama gambo
gani gara gare garibaldi garnet gaspar gaston gauri gaven gayle gaël geert geerts geir gelli gena gene gentili geoff
georg george georges georgia georgian gera gerald gerard gerd gerhard geri germain german gero gerrit gert gertrud
ghislain gian gianina gianni giel gilbert gilda gill gilles gilmar ging giorgia giulia giusti glass glen glenn goda
godin good gore gori gorm gould grace gracia gracie graf graham grand grani gras gray grazia green greg gregg gregor
gregori grein gren greta grete grethe grey griet griffith grit groen gros gross grove guard gugu guido gumi gunn
gunnar gunnel guss gust gusta gustaf gustav gusti guus gwen györgy gérald gökçe göran gülen gülnar günay gündüz güçlü
haas habib haddi hadi hagen haki hale hali halid halim hall halla hallberg halle hallin halls hamar hami hamid hamis
hammar hammer hamp hamza hana hand handa hane hani hank hanka hanko hanna hanne hanni hannibal hanno hannu hans
hanssen hanák hara harald hare hari harja harlan harm harmon haro harold harri harrie harriet harris harry harsh hart
hartman hartmann hartmut harun harvan hasan hassan haug hauge hava havran hazel hazen heath heck hedvig hege heide
heikki heim hein heino heinrich heinz heiss helen helge heli helin hell hella helle hellen helm helma helmer helmi
helmut hely hema hemmer hendrik hendriks henning henri henric henrik henriks henrique henry hens hera herb herbert
herd heribert herman hermann hermans hernan hernán hess hesse hilda hilde hildegard hill hiller hilma hind hirsch hirt
hjalmar hjalte hlaváč hliník hodge hoffman hofman holger holič holland holly holm holst holt holub holík homer hong
honor hoop hopp hoppe hora hore horn horváth horák hoste howe howell huang huba huber hubert hudec huerta huff hugh
hugo huls hult humbert hume humphrey hung hunt hurt husák huxley huys hwang hägg håkan iacob iglesia ignaz igor ikram
ilari ilma imara immo indi india ines infant inga inge ingmar ingo ingrid ingvar innocent inta ioan ione ionel irma
irén isaac isabel isabell isac isak isidor ismael ismo israel issa iulia iulian iustin ivan ivano ivanov ivar iver
jaakko jaan jace jack jacks jacob jacobi jacobs jade jafar jaga jail jaime jair jaka jaki jakob jakobs jakub jalon
jalovec jamal james jami jamie jamil jana jane janek janet janeček jang jani janin janis janka janne janni jannik jano
janos jans janssen januar janus jaque jara jarl jaromír jaroslav jaroš jasmin jason javi javier jaya jayme jean jeanne
jeff jele jelen jena jenni jens jeon jeppe jere jesper jess jesse jessen jesus jewel jiang jill joan joanne joaquin
jocelyn jochem jock jodi joel joelle johan johann johanna johanne johannes johans john johns johnston joke jolie jona
jonas joona joos joost jordan jordi jordy jose josef josefin josep joseph josepha josh joshua josie josé joyce jozef
joël juan juda jude judit judy juha jule juli julia julian julie julien juliet julio julius juma juna jung juni junk
jure jurek juri jussi justin justina justo juul järv järvi jörg jörgen jørgen jürgen jürgens jüri kaari kabir kade
kadlec kain kait kala kalan kaldi kale kali kalla kallas kalle kalm kalman kalmar kamal kamala kami kamil kamila kamp
kanda kane kang kani kania kant kapp kara karan karel karhu kari karim karin karja karl karls karma karol karri karu
kase kasim kask kaspar kasper kass kata katalin kate kathi kathrin kathryn kathy kati kato katri katrin kató kaufman
kaya kayla kazik kašpar keane keer keld keli kello kemp kenn kent kenya kerim kerkhof kern kerr kevan khalil khan kidd
kiel kieran kike kill kind king kink kira kiri kirk kirsch kirsi kirsti kiss kitti kivi kjartan kjeld kjell klas klaus
klement kling knapp knud knut kobe koch koen kohl koit kokk kokko koko kolb kole kolen kolk kollár kolář komar koning
konrad konrád konstantin kont kopa kopp kora kori kornel kornél kort kosi koski kováč kovář kozák kozáčik kral kramar
kratochvíl kraus kris krishna krista kristal kristall kristen krister kristi kristian kristin kristof kristoffer
kristóf krop krug král kubek kubík kubíček kuiper kuna kunz kuria kurt kuruc kurz kusi kuus kwon kyla kyle kızıl kříž
laakso laan laci lada ladislau ladislav lage lago lahti laila laine laken laks lalo lamar lamb lambe lambert lamont
lana landa lande lander lando lane lang langa lange langer lara lark lars lass lasse lassi lata latif laur laura laure
lauren laurens lauri laurian laurin laurits lauritz lavan lavin layla lazar leah leal lean leclerc leen lees lega
lehto leif leigh leila leino leis lemon lena lene leni lenn lennart leon leona leonard leone leonhard leoni leonid
leonor leopold lesa less leto leva leve levi levin levon lexi león lian liang liber lieke lien lies lieve lieven lila
lili lilia lilian lilja lill lilla lilli lillian lilo lily lima limo lina lind linda lindberg linde lindh line link
linn linna lisa lisbet lise list little livingston liza lize ljung llano lobo lode logi lois loki lombard lone long
loni lope lora lorca lord lore loren lorenz lori losa lott lotti louis lova love lowe luan luca luce lucia lucian
lucie lucien lucio ludo ludovic ludvig luigi luis luisa luka lukas lukk lula lulu lumi lund lunde lundh lundi luong
lura luuk luís lydia lynch lyne lyng lynn lynne lyon léon lütfi maas mabel maca mace macek mach macho macháček maci
macie mack macka macken macs maddi made mads maes magali magar magda magen maggi maggio magna magne magni magnus mahal
mahdi mahir mahmoud mahmud maier maik maike maire maja majd majdan major makai makan mako maks maksim mala male malen
malik malin mall malle malm malo malone malu maman mame mamo mand manda mandal mandi mane manfred mangal mangen mani
mann manole mans manso mansour mansur manu manuel manzi mara marc marcel marcell marci marcia marcin marco marcu mare
maree marek maren mares mareš marga margaret marge margit margo margot margret mari maria marian mariann marie marilyn
marin marine marino mario maris marit marius marián marja marjan marjo mark marko markó marla marlies marly marquis
marron mars marsh marsha marshal mart marta marte martel marten marthe marti martin martine martinec martino martins
martti marty martyn martí martín marv marvin marx mary maría marín masa masaryk mason massa masse master mata mate
mateo mater mateus math mathew mathias mathis mati matko mato matouš matt matta matteo matthew matti mattia matts
matty maty matěj maud mauri maurice maury mave maxi maxim maximilian maya mayer mayo mayor mayr mays maza mazzi maďar
mccall mcgee mcgill mckay meadow mechthild meda megan meghan mehdi mehmet mejía melek meli melin melis mell mella
melle mellon melo melvin mena mende mens mensa merci mercy meret merkúr merle mert mervi meryem merz mesa metin metz
meus meyer micha michael michal michale micheal michel michela michele michels michiel michálek mick miel mies miguel
miguela mihai mika mikael mike mikel mikkel mikko mila milan mile milka milla millar mille milo milos miloslav milou
mimi mina miner minh minne minor mira miran miriam mirja mirjam miro miron miroslav mist misti mitch mitchell mitt
modi modig moen moes mogens mohamed mohammad mohammed molen moles moli molin moll mona monet monica monk mont montana
montanari monte montes monti moon moor mora moran morandi morar moravec more morel mores morgan morin moritz morris
mort morten mose moss motte moura moussa moya mráz mucha mugur muhammad muir mulder mule muli mullan muller muni munis
munro murat muriel muro muru musa musi musil muslim must mustafa muti myra márta mäki måns mårten míra móri müller
mümtaz mădălin nabil nace nada nagar nagel nagy nail naim naja nala nanni napoleon narcis naser nash natali nate
nathan natt natta nava navrátil nazaret nazi neal neil nela nell nelli nena neva nevala neven newt nichols nick nicki
nico nicol nicola nicolai nicolas nicolau nicole nicu niel niels niemi nika niki niklas niko nikol nikola nikolai
nikolaj nikolett nile nils nina nino niyaz noel noemi nola noma nonni noor nora norbert nord nore nori norm norma
norman normann nota nour nova novi novák noémi noël nuran nuri nuria nurmi nuru obie octa octav octavia octavian odds
oddvar odin okey olaf olan olav oleg olen olimpia olin oliva olive oliver olivera olivie olle olli olmo olof oman omar
onni onur oona oral oran orban oren orin orla orlo orlov orlík ormar orta osborn osie oskar ossi oswald otta otti otto
ottó owen paavo pace paco page palacio pall palla pallo palm palma palo paloma palomar paluch pant paquet parin paris
parisi park parkin parra pascal pascual pasqua pastor pate patrick patrik patti patty paul paula paule pauli paulin
paulo pauls pavel pavlov pavlík pavlíček pavol paye pearl peder pedro pekka pelikán pelle pellet pelli pent pentti
pera peri pero peron perrin perron pers peta pete peter peters petit petr petra petre petri petrov petru petruț petter
peña pham phan phil philip philipp phillip phillips philo pier pierre piet pieter pietra pihl pika pike pina pink
pintar pinto pire plana plante plavec pleas pole polla polo polák ponce pont pope popov porter pospíšil post potter
poul power prada prat prati prem pres prince prins priscilla pucci puente puri puška päivi queen quero quil quill
quinn quint quintero rabb rabia racha rachel rachid radek radin radit rado radoslav radovan rafa rafael raffael ragnar
ragnhild rahman raid raimo raimund raja rakel rama raman ramon ramón rand rani ranta raphael raphaël rashid rasim rask
rasmus ratti rausch raya rayan raymond rayna razi read rebeka recep rees rege regina reich reicher reid reidar reif
rein reina reinar reine reiner reinhard reinhart reinhold reis reising reiter remi rena rene reni rens rené reta
reyhan reyna reynolds rica ricci rich richard richards riche rick ricka rico ries rigo rijn rika rina ring rinne rino
risa rissa rita ritt river rivero riya rizzo roach roar roba robb robert roberta roberts robi robin roca rocca roche
rock roda rodrigue roel roger rogers roland rolf roll rolland rollin roma romain roman romane romano rome romo romuald
rona ronald ronda roni rony roos rosa rose rosell rosenberg rosi rosie ross rossa rosselli rossi rousseau roussel rowe
rowland roza roze ruben rubi rubin ruby rudolf rudolph ruffin rupert rupp rush rusko russ russel rust ruta ruth ryan
rybníček róbert rómeó saad saal saar saari saba sabah sabin sabir sabri sacha saci sada saddam sade saga sage sahra
said saida sair saka saks sala salah salat salim salina salma salman salmi salo salome salomon salu salvar salvi salz
sama samar sami samir samo samson samu samuel samy sanda sandal sande sander sanders sands sandu sane sang sani sanni
sans sant santa sante santi santo santos sara sarah sari sarin satu saul sauli sava savana scarlet scarlett schatz
scheibe schenk scherz schiavo schmid schmidt schmied schou schramm schwarz schön scot scott scotti sean seana
sebastian seda sedlák segers seif seil sele selim selin sena sene sepp seppä sera serge sergej sergiu serra seth sevdi
seve sever severin sevil sevilla sezgin shah shan shane sharif sharma sharon sharp shaun shaw shawn shay shea sheila
sherry sheryl shine shirley short sidi sidor sieber sien sigge sigmar sigmund signa sigur sigurd siku sila sile silk
silla sille silva silvan silvia sima simeon simo simon simona simone simons sims sina sine sing singh sini sion sire
siri siro siti sivert skog skok skokan skær slavík sloan sloboda slovák smet smit smith smyth sofi sofia soini sokol
sokolov sola solar sole soler sona song soria sorin soto soukup spence spies spring stac stal stan stanislav stanley
star stark starr stas steen stef stefan stefani steffen steffi stein steinar steinberg stejskal stelian stella sten
steph stephan stephen stephens steve steven stevens stock stojan stolz stone storm strand streich strnad stroh ström
strýček styr summer sune sura susan susanna susi suzan svan svanberg svante svein sven svend sverre sylva sylvain
sylvia sören søren süleyman taal tabet taha tahir tala talha tali talia talib tama tamburi tami tamme tammi tana tane
tang tara tari taru tasso tata tatar tatu tatár teja telma tenis teodor tera tere teri terra terri teréz tess teun
than thea theo theodor theres thiel thom thoma thomas thor thora thors théo ties tiff tikka tilde till tilman timm
timmerman timo timon timur tine tira tisa titi tito tobi tobias todd toivo tola toma toman tomas tomek tomi tommi tomo
toms tomáš tomášek tone toni tonni tony toom tora tore tori toro torp torre torrent torri torsten toscani tova trace
traci trae tran travers trei trent trevisan trey trish trista tristan trix tron trude tudor tuomi turan ture tuuli
türk türkan ulrich ulrik umar umay umut unna unnar uram urban urbano uğur vaci vagn vahid vaida vain vaka vala
valdemar valencia valent valentin valentín valeri valid valk vall valle vallejo vals valter vanda vang vara varga
varma vasa vasco vasil vass vašek veda veer vega veiga vela veli vena venera verde verdi vere verga verl verle vern
verna verne verner vero veronica vers versa vert vesel vest vesta vester vick vicki victor victoria vida vide vigil
vigo vikar viktor vila vilhelm vili vill villa villar ville villi vilma vina vince vincent vink vino violet viorel
vira virgil virta visar visser vita vitali vito viva vivi vivian vivien viña vlach vlad vladimír vladislav volk vorm
vuori väli wade wage wali wall walsh walt walter wang ward wash watt webb weis weiss wende wendel werner west wester
whit white wies wilbur wild wilder wilfred wilfrid wilfried wilhelm wilhelms wilkins will willa willard wille willem
willems willi william williams willie wilma winni wint winter wirt wolf wolff wolter wong wood woods wout wouter
wouters wren wulf xavi yada yadav yahya yahşi yana yang yani yann yasin yasmin yeni yong yoon yoshi yunus yuri yvon
yücel yıldır zach zack zahn zajac zamfir zamora zana zara zehra zeman zeno zhang zhao zheng zhong zhou zhuang zimmer
zimmerman zina ziya zora zula ángel çetin éric özge ülke čech čermák černoch česnek şamil şefi şevket şükür ševčík
šimek šimon šmíd štefan štěpán šulc švec šváb ștefan
"""


@cache
def whole_words() -> frozenset[str]:
    """Words that may stand in the name of a condition, folded."""
    return REAL_WORDS.union(_ENGLISH.split(), _OTHER_LANGUAGES.split())


@cache
def whole_names() -> frozenset[str]:
    """Names of persons, folded."""
    return frozenset(_PERSONS.split())
