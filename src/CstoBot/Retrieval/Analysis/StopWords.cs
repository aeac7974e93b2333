using System.Collections.Frozen;

namespace CstoBot.Retrieval.Analysis;

/// <summary>Words that carry a question's form and not its subject, by folded exact form.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> English = Words("""
        a an the of to in on at by for from with within without into onto about above after again against all also am among and any
        are aren't as be because been before being between both but can cannot can't could couldn't did didn't do does doesn't doing
        don't down during each every everybody few further had hadn't has hasn't have haven't having he he'd he'll he's her here hers
        herself him himself his how i i'd i'll i'm i've if is isn't it its itself just let's like lot lots many may me might more most much
        must my myself no nor not now off once one only or other ought our ours ourselves out over own per please same shall she should
        shouldn't so some someone something such than that the their theirs them themselves then there these they they'd they'll
        they're this those through thus too under until up upon us very via was wasn't we we'd we'll were weren't when whence where
        whereby which while who whoever whom whose why will with won't would wouldn't yet you you'd you'll you're your yours yourself
        what whats what's whos who's wheres where's hows how's whys thing things stuff kind sort type way ways
        tell say says said saying call calls called name named names mention mentions mentioned describe describes described define
        defines defined according acc word words stated state's opinion think thinks thought believe know known mean means meant
        give gives given list lists show shows document documents text texts source sources question asked ask asks answer
        get gets got go goes going been make makes made making take takes taken took put exactly actually really currently
        two three four five several various compare compared comparing difference differ differs happened happen happens
        told come comes came coming let lets letting want wants wanted like likes liked kind maybe perhaps really quite rather just even still
        today's ok okay hey hi hello dear anyone anybody anything somebody nobody nothing everyone everything else elsewhere
        there's it'd that'd who'd what'd what're isn't ain't dont doesnt didnt isnt arent wasnt werent wont cant couldnt shouldnt wouldnt
        hasnt havent hadnt theres heres im ive id hes shes theyre theyve weve thats youre whove itll theyll
        abt abut bout u r ur n w y ya ppl tho thru gonna wanna gotta gimme lemme dunno wud cud shud hav wat wot wen wher cos cuz coz bc tho pls plz
        pleez lol btw imo imho idk tbh fyi thingy thingie gig bit dat dis da dem em thx ty kinda sorta basically literally guys folks dude bro
        job jobs deal
        """);

    private static readonly FrozenSet<string> Russian = Words("""
        а без более больше будет будто бы был была были было быть в вам вас ведь весь во вот все всего всех вы где да даже для до его ее
        если есть еще же за здесь и из или им их к как какая какие каким какими каких какого какое какой каком какому какую ко когда
        кого ком кому который которая которые которого которой которую кто куда ли либо между меня мне может можно мой моя мы на над
        надо наш не него нее ней нет ни нибудь никогда ним них но ну о об однако он она они оно от откуда очень перед по под после
        потому почему при про раз разве с сам самый свой себе себя сейчас со так также такой такое такая такие такого такую таких много там тебя тем теперь то тогда того тоже
        той только том тот тут ты у уж уже хотя чего чей чем что чтобы чуть чье чья эта эти этим этих это этого этой этом этот эту я
        является являются думает думают думал считает считают считал полагает полагают говорят сообщает сообщили скажи скажите расскажи расскажите назови назовите назвал назвала назван называет говорит говорил сказал
        сказано подскажи подскажите пожалуйста пж плиз ну типа вообще кстати короче просто ваще чо че шо щас ща норм ок окей ладно типо
        интересно знаешь знаете знать можешь можете объясни объясните хочу узнать привет здравствуйте слушай бот ребята народ
        сказано сообщил заявил отметил подчеркнул словам мнению слова документ документы документах документов источник источники
        источниках вопрос ответ вид образом именно иначе сколько зачем должен должна должно должны насколько охарактеризовал описал
        """);

    public static IEnumerable<string> All => English.Concat(Russian);

    /// <summary>The words that ask for a report of what was said; "according to X" names a source, not a subject.</summary>
    public static bool Contains(string exact) => English.Contains(exact) || Russian.Contains(exact);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
