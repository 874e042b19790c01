"""Ordinary English words of two to five letters.

A short word that is not among them, before a full stop and a lower-case word or a number, is taken
for an abbreviation (``the mun. council``, ``fol. 12``), although no list of abbreviations has it. A
word that is among them is an abbreviation only where the tables of ``abbreviations`` and what
stands around it say so (``in``, ``man``, ``sun``).

The list holds the words of this length that occur in lower case in some 2,500 news articles and are
in the smallest English list of SCOWL (Spell Checker Oriented Word Lists, copyright Kevin Atkinson,
free to use and change), and some that are newer than it. Words that
are mostly abbreviations where a full stop follows them (``fig``, ``sec``, ``rev``) are left out.
"""

from __future__ import annotations

from analysis.text.function_words import words

SHORT_WORDS = words(
    """
    aback abate abhor abide able ably abode abort about above abuse abyss ace aces ache ached aches
    acid acids acres act acted actor acts acute ad adage adapt add added adds adept admit ado adopt
    adorn ads adult afar affix afoot afoul after again age aged agent ages agile aging ago agony
    agree ahead aid aide aided aides aids ails aim aimed aims air aired airs airy aisle akin alarm
    alas album alert alien align alike alit alive all allay alley allow ally aloft alone along
    aloof aloud also altar alter am amass amaze amble amend amid amiss ammo amok among ample amply
    an anal and anew angel anger angle angry angst ankle annex annoy any apart apex app apple apply
    aptly arc arced arch ardor are area areas arena argue arid arise arm armed armor arms army
    arose array arrow arson art arts as ash ashes aside ask asked asks ass asset at ate atom atoms
    atop attic audio audit aunt aunts aura auto autos avail avert avid avoid await awake award
    aware away awe awful awry ax axe axed axes axiom axis aye baby back backs bacon bad badge badly
    bag bagel bags bail bait baits bake baked baker bald balk balks ball balls balm ban banal band
    bands bandy bang bangs bank banks bans bar barbs bare bark barn barns baron bars base based
    baser bases bash basic basil basis bask basks bass bat batch bath bathe baton bats bay bayou be
    beach bead beaks beans bear beard bears beast beat beats bed beds bee beef beefs been beer
    beers beg began begin begs begun beige being belch belie bell bells belly below belt belts
    bench bend bends bent berth beset best bet bets bevy bias bible bid bided bids big bigot bike
    bile bill bills bin bind binds bird birds birth bit bite bites bits black blame bland
    blank blare blast blaze bleak bled bleed blend bless blew blind blink blip blips bliss blitz
    bloc block blocs blog blogs bloke blood bloom blow blown blows blue bluff blunt blur blush
    board boast boat boats bob bode bodes body bogus boil boils bold bolt bolts bomb bombs bond
    bonds bone bones bonus boo booby booed book books boom boon boos boost boot booth boots booze
    bore bored born borne boss bot botch both bots bound bout bouts bow bowed bowl bows box boxed
    boxer boxes boy boys brace brag brain brake brand bras brash brass brat brave brawl bread break
    bred breed brew bribe brick bride brief brim brims bring brink brisk broad broke brow brown
    brunt brush brute buck bucks buddy budge bug buggy bugle bugs build built bulb bulbs bulk bull
    bully bump bumps bumpy bunch bunk bunny buoy burn burns burnt burps burst bury bus bused buses
    bush bust busy but butt buy buyer buys buzz by bytes cab cabin cable cache cad cadet cadre cafe
    café cage cages cagey cake cakes calf call calls calm cam came cameo camp camps can canal candy
    cane canes canny canoe canon cap caper caps car card cards care cared cares cargo carol carry
    cars cart carts carve case cases cash cast casts cat catch cater cats cause cave caved caves
    cease cede ceded cell cells cent cents chaff chain chair chalk champ chant chaos charm chart
    chase chasm chat chats cheap cheat check cheer chef chefs chess chest chew chic chief child
    chili chill chin china chins chip chips choir choke chop chore chose chunk churn cigar cite
    cited cites city civic civil clad claim clamp clan clans clap claps clash class claw claws
    clean clear clerk click cliff climb cling clip clips cloak clock clone close clot cloth cloud
    clout clown club clubs clue clues clung coach coal coals coast coat coats coax cocoa cod
    code coded codes cog cogs coils coin coins coke cold colds color coma comb come comes comic
    comma con condo cone cons cook cooks cool cop cope copes cops copy coral cord cords core cores
    corks corn corps cost costs cosy cots couch cough could count coup coups court cover cow cowed
    cower cows coy cozy crab crack craft cram crams crane crank crap crash crass crave crawl crazy
    creak cream creed creek creep crept crest crew crews crib cried cries crime crisp crony crook
    crop crops cross crow crowd crown crude cruel crush crux cry cubic cue cues cuff cuffs cult
    cults cum cup cups curb curbs cure cured cures curls curry curse curve cushy cusp cut cute cuts
    cyber cycle czar dad daddy dads daft daily dairy dais dam damn damp dance dare dared dark darn
    dart darts dash data date dated dates dawn dawns day days dazed dead deaf deal deals dealt dean
    deans dear death debt debts debut decay deck decks decry deed deeds deem deems deep deer defer
    deft defy delay deli delis delta delve demon den dense dent deny depot depth desk desks deter
    devil dial dials diary dice did die died dies diet diets dig digit digs dim dime din dine dined
    diner dip dire dirt dirty disco dish ditch dive diver dives do dock docs dodge does dog dogma
    dogs doing dole doled doles doll dolls domes don done donor dons donut doom dooms door doors
    dopey dos dose doses dot dots doubt dour douse dove down downs dozen draft drag drags drain
    drama drank draw drawn draws dread dream dress drew dried dries drift drill drink drip drive
    drone drool droop drop drops drove drown drug drugs drum drums drunk dry dual dubs duck ducks
    duct dude dudes due duel dues dug dull dulls duly dumb dummy dump dumps dumpy dung dunk duo
    duped dupes dusk dust dusty duty dwarf dwell dyed dying each eager ear early earn earns ears
    earth ease eased eases east easy eat eaten eats ebb ebbs echo edge edged edges edict edits
    eerie egg egged eggs ego egos eh eight eject eked eking elbow elder elect elite else elude
    elves email embed emir emit emits emoji empty enact end ended ends enemy enjoy ensue enter
    entry envoy envy eons epic epoch equal equip era eras erase erect ergo erode err erred error
    erupt essay etch ether ethic ethos euro euros evade eve even event ever every evict evil evils
    evoke ewes ex exact exam exams exert exile exist exit exits expel extra eye eyes fable face
    faced faces facet fact facto facts fad fade faded fades fads fail fails faint fair fairy faith
    fake faked fakes fall falls false fame famed fan fancy fans far farce fare fared fares farm
    farms fast fat fatal fate fated fates fats fatty fault faux favor fear fears feast feat feats
    feces fed feds fee feed feeds feel feels fees feet feign fell felon felt fence fend ferry fetal
    fetch feted fetid fetus feud feuds fever few fewer fiber fibre fides field fiery fifth fifty
    fight file filed files fill fills film films filth final find finds fine fined finer fines fire
    fired fires firm firms first fish fishy fist fists fit fits five fives fix fixed fixer fixes
    flag flags flail flair flak flame flank flap flare flash flat flaw flaws flea fled flee flees
    fleet flesh flew flex flick flier flies flip flips flirt float flock flood floor flop flour
    flout flow flown flows flu fluid fluke flung flush flux fly flyer focal focus foe foes fog
    foggy foil foils fold folk folks folly fond font food foods fool fools foot foots for fora
    foray force fore forge forgo fork form forms fort forth forts forty forum foul found four fours
    fox foyer frail frame frank fraud fray freak free freed freer frees fresh fret frets fried
    fries frisk frogs from front froth frown froze fruit fudge fuel fuels full fully fumed fun fund
    funds funny furl furor fury fuse fused fuss fuzzy gaffe gag gain gains gala gall galls game
    gamer games gamut gang gangs gap gaps garb gas gases gash gasp gasps gate gated gates gauge
    gave gavel gay gays gaze gear gears gee gel gems gene genes genie genre germ germs get gets
    ghost giant gibed giddy gift gifts gig gigs gimme gin girl girls gist give given gives glad
    glare glass glean glee glib glide globe gloom glory gloss glove glow glue glued glum glut gnash
    gnaws go goad goal goals goat goats gobs god goes going gold golf gone gonna good goods goof
    goose gorge gory gosh got gotta gown gowns grab grabs grace grad grade graft grain gram grams
    grand grant graph grasp grass grave gravy gray great greed green greet grew grey grid grids
    grief grill grim grime grimy grin grind grip gripe grips grit groom gross group grow grown
    grows grub gruff grunt guard guess guest guide guile guilt guise gulf gum gun guns guru gurus
    gush gust gusts gut guts guy guys gym gyms ha habit hack hacks had hail hails hair hairs hake
    half hall halls halt halts halve hand hands handy hang hangs happy hard hare hares harm harms
    harsh has hash haste hasty hat hate hated hates hats haul hauls haunt have haven haves havoc
    hawk hawks hay hazy he head heads heady heal heap heaps hear heard hears heart heat heats heavy
    heck hedge heed heel heels heft hefty heir heirs held hell hello helm help helps hemp hen hence
    her herd herds here hero hers hewed hewn hews hey hi hicks hid hide hides high highs hijab hike
    hiked hikes hill hills hilt him hinge hint hints hip hire hired hires his hiss hit hitch hits
    hived ho hoax hobby hoc hoe hogs hoist hold holds hole holed holes holy home homed homes homey
    hone honed honey honor hood hoods hook hoops hoots hop hope hoped hopes hops horde horn horns
    horse hose hoses host hosts hot hotel hotly hound hour hours house hover how howl howls hub
    hubs hue hug huge hugs hull human humor hunch hung hunt hunts hurl hurry hurt hurts hush husk
    hymns hype hyped ice icing icon icons icy id idea ideal ideas idiot idle idled idly idol idols
    if ifs ilk ill ills image imply in inbox inch index inept info ink inked inks inn inner inns
    input ins intel into irate ire irk irked irks iron irony is isle issue it itch item items its
    ivory jab jabs jack jaded jail jails jam jams jar jaunt jaw jawed jaws jeans jeers jelly jerk
    jest jet jets jetty jewel jibe jibed jibes jihad job jobs join joins joint joke joked jokes
    jolt jot joy joys judge jugs juice juicy jumbo jump jumps jumpy junk junta juror jury just
    kayak keen keep keeps keg kept kerb key keyed keys kick kicks kid kids kill kills kilos kin
    kind kinda kinds king kings kinks kiosk kiss kits knack knee kneel knees knell knelt knew knife
    knock knots know known knows kudos lab label labor labs lace laced lack lacks laden lady lag
    lags laid lair lake lamb lambs lame lamp land lands lane lanes lanky lap lapel laps lapse large
    laser lash last lasts late later latte laud lauds laugh lava law lawn lawns laws lax laxer lay
    layer lays lazy leach lead leads leaf leafy leak leaks leaky lean leans leap leaps leapt learn
    lease leash least leave led leery left lefty leg legal legs lemme lemon lend lens lent less
    lest let lets levee level lever levy lewd liar liars libel lick lid lie lied lies lieu life
    lift lifts light like liked liken likes limb limbo limbs limit limp line lined linen lines
    lingo link links lion lip lips list lists lit litre live lived lives livid load loads loan
    loans loath lobby local lock locks lodge loft lofty log logic logo logs loin lone long loo look
    looks loom looms loop loops loose lop lord lore lorry lose loser loses loss lost lot lots loud
    louse lousy love loved lover loves low lower lowly lows loyal luck lucky lull lulls lump lunar
    lunch lung lunge lungs lurch lure lured lures lurid lurk lurks lush lust lying lyric macho mad
    made madly magic mail maim main major make maker makes male males mall malls mama man mango
    mania manic manly many map maps march mark marks marry mash mask masks mass masse match mate
    mates math mauls may maybe mayor maze me meal meals mean means meant meat meats medal media
    meek meet meets melt melts meme memes memo memos men mend menu menus mercy mere merge merit
    merry mesh mess messy met metal metre metro midst might mike mild mile miles milk mill mills
    mime mimic mince mind minds mine mined miner mines minor mint minus mired miss mix mixed moat
    mob mobs mock mocks mode model mogul moist mold mole moles mom mommy moms money monk month mood
    moods moody moon moor moors moose moot moral more moron most motel motor motto mould mound
    mount mourn mouse mouth move moved mover moves movie mow mowed much muck mud muddy mug mule
    mull mulls mum mumps mural murky mused mush music must musty mute muted my myth myths nab nail
    nails naive naked name named names nap nappy nasal nasty naval navy nay near nears neat neck
    necks need needs needy nerve nest net nets never new newer newly news newsy next nice nicer
    niche niece nigh night nil nine ninth nip nix nixed no noble nod nodes nods noise noisy non
    none nook noon noose nor norm norms north nose noses not notch note noted notes novel now nudge
    nukes null numb nun nuns nurse nut nuts nutty nylon oak oasis oath oaths obese obey occur ocean
    odd oddly odds odes of off offer often oh oil oils ok okay old older olive omen omit omits on
    once one ones onion only onset onto onus oozes open opens opera opt opted optic opts opus or
    oral orbit order ore organ orgy other ought ounce our ours oust out outed outer outs ovens over
    overt owe owed owes owing owl owls own owned owner owns ox pace paced paces pack packs pact
    pacts pad pads pagan page pages paid pain pains paint pair pairs pal pale paled pales palm
    palms pals pan panda panel panic pants papal paper par pare park parks parse part parts party
    pas pass past pasta paste pasts pasty pat patch path paths patio pats pause pave paved paves
    pawn pawns paws pay payer pays peace peak peaks pear pears peek peel peep peeps peer peers
    peeve peg pegs pelt pen penal pence penis penny pens peon peons pep per perch peril perk perks
    pesky pet peter pets petty pews phase phish phone phony photo pick picks picky pie piece pier
    piers piety pig pigs pile piled piles pill pills pilot pin pinch pine pink pins pious pipe
    piped pipes pique pit pitch pithy pits pity pivot pizza place plaid plain plan plane plank
    plans plant plate play plays plaza plea plead pleas pled plied plop plot plots plow ploy ploys
    plug plum plumb plump plus pod pods poem poet poets point poise poke poked poker pokes polar
    pole poles polio poll polls polo pomp pond ponds pony pool pools poor pop pope pops porch pore
    pork porky porn port ports pose posed poses post posts pot pound pour pours power prank prawn
    pray prays prep press prey price prick pride prim prime print prior prism privy prize pro probe
    prod proms prone prong proof prop props pros proud prove proxy pry pub puff puke pull pulls
    pulse pump pumps punch punk puns punt punts pupil puppy pure purge purse push pussy put puts
    putt quack quake quash quay quays queen queer quell query quest queue quick quid quiet quip
    quips quirk quit quite quits quiz quo quota quote rabbi rabid race races rack racy radar radio
    raft rag rage raged rages rags raid raids rail rails rain rains rainy raise rake raked rally
    ram ramp ramps ran ranch rang range rank ranks rant rants rap rape raped rapes rapid rapt rare
    rarer rash rat rate rated rates ratio rats rave raves raw rays razed razor reach react read
    reads ready real realm reams reap reaps rear rebel rebut recap recur red redo reeds reef reefs
    reeks reel reels refer regal rehab reign rein reins relax relay relic rely renew rent rents
    repay repel reply reset rest rests retch reuse revel rhyme ribs rice rich rid ride rider rides
    ridge rife riff rifle rift rifts rig right rigid rigor rigs riled rim ring rings riot riots rip
    ripe riper rips rise risen riser rises risk risks risky rites rival river rivet road roads roam
    roar roars roast rob robe robes robin robot robs rock rocks rocky rod rode rodeo rods rogue
    role roles roll rolls romp roof roofs room rooms roost root roots rope ropes rose rosy rot rote
    rough round rout route routs row rowdy rows royal rub rude rue rug rugby ruin ruins rule ruled
    ruler rules rum rumor rump run rung runny runs rural ruse rush rust rusty saber sack sad sadly
    safe safer sag saga sage said sail sails saint sake salad sale sales salon salt salts salty
    salve salvo same sand sands sandy sane sang sank sap saps sat sauce save saved saves savor
    savvy saw say says scab scabs scale scalp scam scan scans scant scare scars scary scene scent
    scoff scold scoop scope score scorn scour scout scrap screw scrub scrum sea seal seams seas
    seat seats sect sedan see seed seeds seedy seek seeks seem seems seen seep seeps sees seize
    self sell sells semen send sends sense sent serum serve set sets setup seven sever sewer sewn
    sex sexes sexy shack shade shady shaft shake shaky shale shall sham shame shape share shark
    sharp shave she shed sheds sheep sheer sheet shelf shell shied shift shin shine shiny ship
    ships shirk shirt shock shoe shoes shone shook shoot shop shops shore short shot shots shout
    shove show shown shows shred shrug shun shunt shut shuts shy sic sick side sided sides siege
    sift sigh sighs sight sign signs silk silly silo silt sin since sing sings sink sinks sins sip
    sir siren sit site sites sits six sixth sixty size sizes skew skews ski skid skids skier skies
    skill skim skin skins skip skips skirt skis skit skits skunk sky slab slack slain slam slams
    slant slap slaps slash slate slats slave sleek sleep slept slew slice slick slid slide slim
    slime sling slip slips slit slobs slog slope slot slots slow slows slug slum slump slums slung
    slur slurs slush slyly smack small smart smash smear smell smile smirk smoke smoky smug snag
    snags snake snap snaps snarl sneak sneer sniff snob snoop snow snowy snub snubs snuff so soak
    soap soaps soar soars sob sober sobs sock socks soda sodas sofa soft soil soils solar sold sole
    solid solo solve some son song songs sonic sons soon sore sores sorry sort sorta sorts soul
    souls sound soup sour south sow sowed space spam span spans spar spare spark spars spasm spat
    spate spats spawn speak spear speck sped speed spell spend spent spew spews spicy spied spies
    spike spill spin spine spins spit spite split spoke spoof spoon sport spot spots spout spray
    spree spun spur spurn spurs spy squad squat stab stack staff stage stain stake stale stall
    stamp stand star stare stark stars start stash state stave stay stays steak steal steam steel
    steep steer stem stems step steps stern stick stiff still sting stink stint stir stirs stock
    stoke stole stomp stone stood stool stoop stop stops store storm story stove strap straw stray
    strip stuck study stuff stump stun stung stunt style such suck sucks sue sued suede sues sugar
    suing suit suite suits sum sums sun sung sunk sunny super sure surer surge sushi swab swabs
    swamp swan swans swap swaps swarm swat swath sway swear sweat sweep sweet swell swept swift
    swim swine swing swipe swirl swoon swoop sword swore sworn swung sync syrup tab table taboo
    tabs tacit tack tacks tacky tag tags tail tails taint take taken taker takes tale tales talk
    talks tall tally tame tamed tan tango tank tanks tap tape taped tapes taps tar tardy task tasks
    taste taunt taut tax taxed taxes taxi taxis tea teach team teams tear tears tease tech tee teed
    teen teens teeth tell tells telly tempo ten tend tends tenet tenor tens tense tent tenth tents
    tepid term terms terse test tests testy text texts than thank that thaw the thee theft their
    them theme then there these they thick thief thigh thin thing think third this thong thorn
    those three threw throw thud thug thugs thumb thus tiara tick ticks tidal tide tides tidy tie
    tied tier tiers ties tiff tiger tight tile tiles till tilt tilts time timed timer times timid
    tin ting tinge tinny tiny tip tips tire tired tires tit titan title to toast today toe
    toed toes toils token told toll tolls tombs tome ton tone toned tones tonne tons too took tool
    tools tooth top topic tops torch tore torn torso toss total tote totem totes touch tough tour
    tours tout touts tow towed towel tower town towns toxic toy toyed toys trace track tract trade
    trail train trait trap traps trash trawl tread treat tree trees trek treks trend trial tribe
    trick tried tries trim trims trio trip tripe trips troll troop trope trot trout trove truce
    truck true truer truly trump trust truth try tub tube tubes tug tumor tune tuned tunes turf
    turn turns tweak tweet twice twin twist two tying type types typo tyre tyres ugly ultra uncle
    under undid undo undue unfit unify union unit unite units unity until unto up upend upon upped
    upper ups upset urban urge urged urges urine us usage use used user users uses usher using
    usual usurp utter vague vain valet valid valor value valve van vane vans vapes vapid vary vast
    vault vegan veil vein venom venue verb verge versa verse verve very vest vests vet veto vets
    vexed via vials vice vices video vie vies view views vigil vigor vile vine vinyl viola viral
    virus visa visas visit vital vivid vlog vocal vodka vogue voice void voids vomit vote voted
    voter votes vouch vow vowed vows vying wacko wade waded wads wage waged wager wages wail wails
    waist wait waits waive wake wakes walk walks wall walls wan wands wane waned wanes wanna want
    wants war ward wards warm warn warns warp warps wars warts wary was wash waste watch water wave
    waved waver waves wax waxed waxes way ways we weak wean wear wears weary web wed wedge wee weed
    weeds week weeks weep weeps weigh weird well wells went wept were west wet whack whale wharf
    what wheat wheel when where which whiff while whim whims whip whips whirl white whiz who whole
    whom whose why wide widen wider widow wield wife wifi wig wigs wild will wilt wily win
    wince wind winds windy wine wined wing wings winks wins wipe wiped wiper wipes wire wired wires
    wiry wise wiser wish wit witch with wives woe woes woke woken wolf woman womb women won wonk
    wonks wont woo wood woods woof wool word words wore work works world worn worry worse worst
    worth would wound woven wowed wrap wraps wrath wreak wreck wrest wring wrist writ write writs
    wrong wrote wry yack yank yanks yard yards yarn yawn yeah year yearn years yeast yell yen yes
    yet yield yoga yoke yoked you young your yours youth zeal zero zeros zone zoned zones zoo
    """
)
