using System.Collections.Frozen;

namespace CstoBot.Verification.Statements;

/// <summary>
/// Words that decide what the words around them come to: leave one out, and "refused to take part" becomes "take part". Lists are
/// closed and err on the side of refusing; they are forms, not stems, since so few words are meant.
/// </summary>
internal static class ScopeWords
{
    /// <summary>What may stand in a statement although its evidence does not have it: it says nothing.</summary>
    private static readonly FrozenSet<string> Empty = Words("""
        a an the and that it its they their them he his she her this these those there also
        и что это этот эта эти его ее их он она они также
        """);

    /// <summary>Negations, refusals and failures, doubt, mere plans, limits.</summary>
    private static readonly FrozenSet<string> Operators = Words("""
        not no never none nor neither nothing nobody nowhere without cannot
        deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting fail fails failed failing
        prevent prevents prevented avoid avoids avoided cancel cancels cancelled canceled stop stops stopped cease ceased suspend suspended
        doubt doubts doubted dispute disputes disputed false falsely untrue wrong incorrect unlikely impossible lack lacks lacked instead
        may might could would should can if unless whether provided until except
        allegedly reportedly supposedly possible possibly probable probably perhaps maybe apparently seemingly rumour rumours rumor rumors hypothetical lie lies lied hoax unlike
        hope hopes hoped plan plans planned propose proposes proposed suggest suggests suggested intend intends intended expect expects expected
        threaten threatens threatened want wants wanted wish wishes wished consider considers considered believe believes believed
        only hardly barely scarcely rarely seldom almost nearly partly partially half former formerly ex draft so-called
        less fewer least most some few many more than over under up
        theoretically hypothesis claim claims claimed allege alleges alleged argue argues argued
        не нет ни никогда никто ничто ничего нигде без нельзя невозможно невозможен
        отрицает отрицал отрицала отрицали опроверг опровергла опровергли опровергает отказался отказалась отказались отказывается отказываются отказ
        отверг отвергла отвергли отменил отменила отменили отменен отменена отменены прекратил прекратила прекратили приостановил приостановила приостановили
        сомневается сомнительно ложь ложный ложно неверно неправда вряд едва якобы возможно вероятно видимо наверное предположительно слухи слухам слухов ложны ложная ложное отличие
        может могут мог могла могли если ли бы хотя пока кроме разве
        надеется надеются планирует планируют планировал планировала намерен намерена намерены предлагает предложил предложила предложили хочет хотят
        ожидает ожидается рассчитывает собирается угрожает считает считают полагает
        теоретически утверждает утверждают утверждал утверждала утверждали
        только лишь почти частично отчасти бывший бывшая бывшего экс проект менее более меньше больше чем некоторые большинство половина
        """);

    /// <summary>What makes the rest of the sentence depend on something, wherever it stands.</summary>
    private static readonly FrozenSet<string> Conditions = Words("""
        if unless provided whether supposing assuming excluding exception apart opinion critics opponents sceptics skeptics
        если ли условии исключением исключая мнению критики критиков критикам противники противников оппоненты оппонентов скептики скептиков
        """);

    // The same, said in several words.
    private static readonly string[][] ConditionPhrases =
    [
        .. new[] { "in case", "in the event", "in theory", "subject to", "as long as", "so long as", "в случае", "в теории", "до тех пор", "скорее всего", "на взгляд" }.Select(phrase => phrase.Split(' ')),
    ];

    // "He believes" behind a statement takes back what was said.
    private static readonly FrozenSet<string> Beliefs = Words("""
        believe believes believed think thinks thought claim claims claimed allege alleges alleged argue argues argued assume assumes assumed
        считает считают считал считала полагает полагают утверждает утверждают предполагает предполагают думает думают
        """);

    // Of a date: what was so before it need not be so now.
    private static readonly FrozenSet<string> Boundaries = Words("before after till until до после");

    private static readonly FrozenSet<string> Negations = Words("not no never none nor neither nothing nobody without не нет ни никогда никто ничто ничего без нельзя");

    /// <summary>Whoever does this says what follows as a fact.</summary>
    private static readonly FrozenSet<string> Reports = Words("""
        said says say stated states noted notes reported reports report announced announces emphasized emphasised emphasizes stressed stresses added adds recalled recalls
        told tells confirmed confirms explained explains declared declares underlined underlines remarked informed informs out
        сказал сказала сказали заявил заявила заявили заявляет отметил отметила отметили отмечает сообщил сообщила сообщили сообщает подчеркнул подчеркнула подчеркивает
        добавил добавила напомнил напомнила подтвердил подтвердила рассказал рассказала указал указала пояснил пояснила объявил объявила
        """);

    /// <summary>Behind these what follows hangs on what was before them: a statement cannot begin there.</summary>
    private static readonly FrozenSet<string> Prepositions = Words("""
        of in on at by for from with to into about after before between during against within across under over through towards toward as via per
        в во на по о об с со из к ко у для от до при за над под между через перед после против без
        """);

    private static readonly FrozenSet<string> Relatives = Words("""
        which who whose whom where when
        который которая которое которые которого которой которых которому которым которыми котором которую где когда чей чья чьи
        """);

    private static readonly FrozenSet<string> Being = Words("is are was were это является являются");

    private static readonly FrozenSet<string> OfDates = Words("год года году годов г year");

    // "ready to", "the leader of", "bigger than": what follows belongs to the word before.
    private static readonly FrozenSet<string> Bound = Words("to of about into per");

    private static readonly FrozenSet<string> Conjunctions = Words("and but while whereas и а но");

    private static readonly FrozenSet<string> Complementizers = Words("that что");

    public static bool IsEmpty(StatementWord word) => Empty.Contains(word.Exact);

    public static bool IsOperator(StatementWord word) => !word.IsDate && Operators.Contains(word.Exact);

    /// <param name="at">The place of its last word.</param>
    public static bool IsCondition(IReadOnlyList<StatementWord> words, int at) =>
        Conditions.Contains(words[at].Exact)
        || Array.Exists(ConditionPhrases, phrase => phrase.Length <= at + 1 && phrase.Select((word, index) => words[at - phrase.Length + 1 + index].Exact == word).All(isSame => isSame));

    public static bool IsBelief(StatementWord word) => Beliefs.Contains(word.Exact);

    public static bool IsBoundary(StatementWord word) => Boundaries.Contains(word.Exact);

    public static bool IsNegation(StatementWord word) => Negations.Contains(word.Exact);

    public static bool IsReport(StatementWord word) => Reports.Contains(word.Exact);

    public static bool IsPreposition(StatementWord word) => Prepositions.Contains(word.Exact);

    /// <summary>Begins a clause about what stands before it.</summary>
    public static bool IsRelative(StatementWord word) => Relatives.Contains(word.Exact);

    /// <summary>Stands with a date and says nothing beside it.</summary>
    public static bool IsOfDate(StatementWord word) => OfDates.Contains(word.Exact);

    public static bool IsBeing(StatementWord word) => Being.Contains(word.Exact);

    /// <summary>Begins what only adds where, when or how.</summary>
    public static bool OpensAddition(StatementWord word) => IsPreposition(word) && !Bound.Contains(word.Exact) || IsRelative(word);

    /// <summary>Joins a clause that stands on its own feet to another.</summary>
    public static bool IsConjunction(StatementWord word) => Conjunctions.Contains(word.Exact);

    public static bool IsComplementizer(StatementWord word) => Complementizers.Contains(word.Exact);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
