"""The kinds of side effects: what people call them, what is serious, what to do about each, and who says so.

Serious means: act now or today; it is not the regulatory term. The advice is a prompt to get help, not a diagnosis; it
was not reviewed by a clinician. It never sends anybody to the acupuncturist first: people with a collapsed lung have
come to harm that way (https://intjem.biomedcentral.com/articles/10.1186/s12245-022-00455-z). Where the sources of a
kind disagree, the more careful one is followed. No list of words is ever complete, and help and README say so.

The common kinds are those of prospective studies of acupuncture's adverse events (White 2001, Witt 2009, Bäumler
2021). The phrases by which a serious kind is recognised in any text are in `serious_signs`, by its key.
"""

from typing import NamedTuple

from paintrack.model.symptoms.serious_signs import SELF_HARM_KEY


class SideEffectKind(NamedTuple):
    """One kind: the stored key, the words for a table row and for a count, the advice.

    `names` are what people may call it, separated by a comma and a space. `covers` are the keys of kinds whose advice
    is needless beside this one's. `sources` are the web addresses that the advice was checked against.
    """

    key: str
    short: str
    label: str
    advice: str
    names: str = ""
    is_serious: bool = False
    covers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


_EMERGENCY = "THIS CAN BE AN EMERGENCY."

OTHER = SideEffectKind(
    key="other",
    short="other",
    label="other side effect",
    advice="If it is severe, sudden, new or frightening, get medical help now.",
)
# Words of this kind are answered and stored as typed, but the kind itself is never stored, boxed or printed unasked.
SELF_HARM = SideEffectKind(
    key=SELF_HARM_KEY,
    short="self-harm",
    label="thoughts of self-harm",
    is_serious=True,
    advice=(
        "You do not have to be alone with this. Call the emergency number or a crisis line now (US and Canada: 988; "
        "UK and Ireland: 116 123). paintrack cannot answer."
    ),
    sources=(
        "https://www.mayoclinic.org/diseases-conditions/anxiety/in-depth/anxiety-treatment/art-20045940",
        "https://mentalhealthcommission.ca/catalyst/988-launches-in-canada/",
        "https://www.hpft.nhs.uk/news/don-t-struggle-alone-change-the-narrative-on-suicide/",
    ),
)
# The most urgent first: advice is given in this order.
SIDE_EFFECT_KINDS = {
    kind.key: kind
    for kind in (
        SideEffectKind(
            key="chest_pain_breathless",
            short="chest or breathing",
            label="chest pain or breathlessness",
            is_serious=True,
            advice=(
                f"{_EMERGENCY} Call the emergency number now, also if the needles were hours or days ago. Say that "
                "you had acupuncture, and where on the body the needles were."
            ),
            sources=(
                "https://intjem.biomedcentral.com/articles/10.1186/s12245-022-00455-z",
                "https://acupuncture.org.uk/news/what-is-pneumothorax/",
                "https://www.baycare.org/health-library/pneumothorax-collapsed-lung",
            ),
        ),
        SideEffectKind(
            key="stroke_signs",
            short="stroke signs",
            label="signs of a stroke",
            is_serious=True,
            covers=("numb_weak",),
            advice=f"{_EMERGENCY} Call the emergency number now, even if it has passed. Do not drive yourself.",
            sources=(
                "https://www.stroke.org.uk/what-stroke/what-happens-when-you-have-stroke/what-are-symptoms-stroke",
                "https://bcuhb.nhs.wales/services/hospital-services/stroke-service/signs-of-stroke-fast",
            ),
        ),
        SideEffectKind(
            key="sudden_worst_headache",
            short="sudden worst headache",
            label="sudden very strong headache",
            is_serious=True,
            advice=f"{_EMERGENCY} Call the emergency number now. Do not drive yourself.",
            sources=(
                "https://www.nhs.uk/conditions/subarachnoid-haemorrhage",
                "https://www.thebraincharity.org.uk/condition/subarachnoid-haemorrhage/",
            ),
        ),
        SideEffectKind(
            key="allergic_severe",
            short="severe allergy",
            label="severe allergic reaction",
            is_serious=True,
            advice=(
                f"{_EMERGENCY} Call the emergency number now: say anaphylaxis. If you have an adrenaline pen, use it. "
                "Lie down; sit up only if breathing is hard."
            ),
            sources=(
                "https://www2.hse.ie/conditions/anaphylaxis",
                "http://www.anaphylaxis.org.uk/what-to-do-in-an-emergency",
            ),
        ),
        SideEffectKind(
            key="seizure",
            short="seizure",
            label="seizure",
            is_serious=True,
            advice=f"{_EMERGENCY} Call the emergency number now. Say that you had acupuncture.",
            sources=(
                "https://www.cdc.gov/epilepsy/communications/features/firstaid.htm",
                "https://epilepsysociety.org.uk/first-aid-quick-guide",
            ),
        ),
        SideEffectKind(
            key="cauda_equina",
            short="bladder, bowel, saddle",
            label="bladder, bowel or saddle trouble",
            is_serious=True,
            covers=("numb_weak",),
            advice=(
                f"{_EMERGENCY} Go to an emergency department now; do not drive yourself. If nobody can take you, call "
                "the emergency number. Say if bladder, bowel or the feeling between the legs has changed."
            ),
            names="leaking, incontinent",
            sources=(
                "https://www.connecthealth.co.uk/resources/cauda-equina-syndrome-ces/",
                "https://norfolkandwaveneycommunityhealth.nhs.uk/msk/refer-yourself/systmconnect/got-back-pain/",
            ),
        ),
        SideEffectKind(
            key="bleeding_not_stopping",
            short="heavy bleeding",
            label="bleeding that does not stop",
            is_serious=True,
            advice=(
                f"{_EMERGENCY} Press firmly on the place. Call the emergency number if it goes on, spurts or soaks "
                "through, or if you feel faint or take blood thinners."
            ),
            sources=(
                "https://www.redcross.org/take-a-class/resources/learn-first-aid/bleeding-life-threatening-external",
                "https://www.mayoclinic.org/first-aid/first-aid-severe-bleeding/basics/art-20056661",
            ),
        ),
        SideEffectKind(
            key="pregnancy_sign",
            short="pregnancy sign",
            label="warning sign in pregnancy",
            is_serious=True,
            covers=("bleeding_not_stopping",),
            advice=(
                "GET HELP NOW. Call your maternity unit; early in pregnancy your doctor. Heavy bleeding, clots, "
                "constant or sudden strong pain, or fainting: call the emergency number."
            ),
            sources=(
                "https://www.uhb.nhs.uk/services/maternity/when-to-call-the-midwife.htm",
                "https://www.cdc.gov/hearher/resources/news-media/recognizing-urgent-warning-signs.html",
                "https://www.nidirect.gov.uk/conditions/ectopic-pregnancy",
            ),
        ),
        SideEffectKind(
            key="needle_left_in",
            short="needle left in",
            label="needle left in",
            is_serious=True,
            advice=(
                "GET HELP NOW: it must come out today. Do not press on it. Broken or under the skin: keep still and "
                "get emergency care."
            ),
            sources=(
                "http://apps.who.int/medicinedocs/en/d/Jwhozip56e/4.3.7.html",
                "https://pmc.ncbi.nlm.nih.gov/articles/PMC6598534",
            ),
        ),
        SideEffectKind(
            key="infection_signs",
            short="infection",
            label="signs of infection",
            is_serious=True,
            advice=(
                "GET MEDICAL HELP TODAY. Very ill, confused, cannot stop shivering, redness that spreads fast with "
                "fever, or a hot joint that you cannot move: call the emergency number."
            ),
            names="infected, red and hot, hot and swollen, temperature, red streak",
            sources=(
                "https://www.versusarthritis.org/about-arthritis/conditions/septic-arthritis/",
                "https://www.berstedgreensurgery.nhs.uk/2020/08/25/health-hot-topic-sepsis/",
            ),
        ),
        SideEffectKind(
            key="numb_weak",
            short="numb or weak",
            label="numbness or weakness",
            is_serious=True,
            advice=(
                "GET MEDICAL HELP TODAY. Call the emergency number now if it came suddenly, if it is in a whole "
                "arm or leg, in both legs or on one side of the face or body, or if something is wrong with "
                "bladder or bowel."
            ),
            names="weak, weakness, nerve pain, nerve damage, cant move, cannot move, no feeling",
            sources=(
                "https://my.clevelandclinic.org/health/symptoms/21015-numbness/when-to-call-the-doctor",
                "https://www.altru.org/health-library/definitions/hypoesthesia",
            ),
        ),
        SideEffectKind(
            key="fainted",
            short="fainted",
            label="fainting",
            is_serious=True,
            advice=(
                "GET HELP. Lie flat, legs up (pregnant: on your left side). Call the emergency number if you are not "
                "fully well again at once, have chest pain, a racing heart or trouble speaking, are badly hurt, or "
                "fainted while lying down or during exercise. Otherwise see a doctor; do not drive."
            ),
            names="faint, collapsed, collapse, black out, pass out",
            sources=(
                "https://111.wales.nhs.uk/encyclopaedia/f/article/fainting",
                "https://azure-tm.mainlinehealth.org/conditions-and-treatments/conditions/fainting",
            ),
        ),
        SideEffectKind(
            key="burn_blister",
            short="burn",
            label="burn or blister",
            advice=(
                "Burn: cool it under running water for 20 minutes; no ice, no cream; leave blisters closed. Have it "
                "seen today if it is bigger than a coin, white or black, or on the face, hands, feet, a joint or the "
                "genitals."
            ),
            names="burns, burned, burnt, blister, blisters, scald, scalded, moxa burn, skin burn",
            sources=(
                (
                    "https://rhc.nhsggc.org.uk/home/about-your-childs-health-information-resources/"
                    "concerned-about-accidents-and-injuries/burns-and-scalds"
                ),
                "https://healthandcare.portsmouth.gov.uk/burns-or-scalds/",
            ),
        ),
        SideEffectKind(
            key="bruise_bleeding",
            short="bruise",
            label="bruise or bleeding",
            advice=(
                "Bruise: common. Press gently; tell your acupuncturist. Get help if the swelling grows or the "
                "bleeding will not stop, and today if you take blood thinners or have a hard lump."
            ),
            names=(
                "bruises, bruised, bruising, small bruise, bleeding, bleed, bled, blood, haematoma, hematoma, black "
                "and blue, blue mark"
            ),
            sources=(
                "https://www.altru.org/health-library/definitions/bruise",
                "https://nhs.uk/medicines/warfarin/side-effects-of-warfarin",
            ),
        ),
        SideEffectKind(
            key="tingling",
            short="tingling",
            label="tingling or heaviness at the needle",
            advice=(
                "Tingling: mostly part of needling and gone within hours. If it stays into the next day, have it "
                "checked. One side, both legs or between the legs: call the emergency number."
            ),
            names=(
                "tingling, tingle, tingles, tingly, pins and needles, prickly, prickling, heaviness, heavy feeling, "
                "heaviness at needle, gone to sleep"
            ),
            sources=(
                (
                    "https://nbt.nhs.uk/our-services/a-z-services/pain-clinic/"
                    "pain-clinic-patient-information-leaflets/acupuncture-pain-relief"
                ),
                (
                    "https://www.acupuncture.org.uk/public-content/public-ask-an-expert/"
                    "ask-an-expert-about-acupuncture/ask-an-expert-about-acupuncture-side-effects/Page-18.html"
                ),
            ),
        ),
        SideEffectKind(
            key="needle_pain",
            short="needle pain",
            label="pain where a needle was",
            advice="Needle pain: mostly gone in a day or two. Mention it next time; have it checked if it lasts.",
            names=(
                "sore, soreness, needling pain, pain from needle, pain at needle, painful needle, needle hurt, needle "
                "sore, sore spot, sting, stinging"
            ),
        ),
        SideEffectKind(
            key="symptom_flare",
            short="flare",
            label="symptoms worse for a while",
            advice="Flare: it happens and mostly settles. See a doctor if it is severe or lasts.",
            names=(
                "flare up, flared up, flares, worse, worsening, aggravation, aggravated, more pain, pain worse, worse "
                "pain, symptoms worse"
            ),
        ),
        SideEffectKind(
            key="drowsy",
            short="drowsy",
            label="drowsiness",
            advice="Drowsy: do not drive or use machines until it has passed.",
            names="sleepy, sleepiness, groggy",
        ),
        SideEffectKind(
            key="dizzy_nausea_sweat",
            short="dizzy or sick",
            label="dizziness, nausea or sweating",
            advice="Dizzy or sick: lie down, drink water, tell the practitioner. Get help if it does not settle.",
            names=(
                "dizzy, dizziness, vertigo, light headed, light headedness, woozy, felt faint, feel faint, feeling "
                "faint, nearly fainted, almost fainted, nausea, nauseous, nauseated, sick, felt sick, feeling sick, "
                "queasy, vomiting, vomited, vomit, threw up, sweat, sweats, sweating, sweaty, clammy"
            ),
        ),
        SideEffectKind(
            key="headache_fatigue",
            short="headache or tired",
            label="headache or tiredness",
            advice="Headache or tired: rest and drink. Get medical help at once if it is sudden and very strong.",
            names="headache, headaches, fatigue, fatigued, tired, tiredness, exhausted, exhaustion, worn out",
        ),
        SideEffectKind(
            key="skin_reaction",
            short="skin reaction",
            label="itch or skin reaction",
            advice=(
                "Skin reaction: note which needle, tape or oil was used; it can be an allergy to it. Call the "
                "emergency number if the face or throat swells or breathing is hard."
            ),
            names=(
                "rash, itch, itching, itchy, redness, red skin, hives, irritation, skin irritation, allergy, allergic, "
                "allergic reaction"
            ),
        ),
        OTHER,
    )
}
SERIOUS_KINDS = (*(kind for kind in SIDE_EFFECT_KINDS.values() if kind.is_serious), SELF_HARM)
