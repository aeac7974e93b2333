using System.Collections.Frozen;

namespace CstoBot.Retrieval.Analysis;

/// <summary>
/// Everyday words that hardly narrow a question ("still", "always", "happen", "big"), by folded exact form. In a few documents
/// chance decides how often such a word stands there, so its frequency there cannot tell that it is common.
/// </summary>
internal static class LightWords
{
    private static readonly FrozenSet<string> All = """
        able absolutely accomplish actual ago ahead almost along already always anybody anyone anything anyway apart apparently around aside
        away back bad barely based basically become becomes becoming began begin beginning behind best better big bit bring brings brought
        case cases certain certainly come comes coming completely consider considered considers constantly could current daily deal date dates dated definitely
        different do earlier early easily easy else end ended ending ends enough entire entirely especially etc even event events ever everyone everything
        everywhere exist exists explain explained explains extremely fact far fast feel feels felt fewer find finds first follow followed
        following follows form former found frequently full fully general generally getting good gotten great greatly guess guy guys hard hardly
        help helps helped hi hold holds hope however idea ill immediately important include included includes including indeed instead involve
        involved involves issue keep keeps kept key kinda knew knows large largely last late lately later latter least less let lets level
        likely little live lives long longer look looked looking looks made main mainly major manage mark marked matter maybe mere merely might
        mind moment mostly much nearly necessary need needed needs never nevertheless new next nobody none normal nothing nowadays number
        numbers obviously occur occurred occurs often ok okay old ones onto order original originally others otherwise overall own part
        particular particularly people perhaps place places plan planned plans play played plays point points possible possibly present pretty
        previously primarily primary probably provide provided provides quickly quite rather read ready real really reason reasons recent
        recently refer referred refers regard regarded regarding related result results right roughly rule run same saw second see seeing seem
        seemed seems seen sent serve served serves set several short show showed shown side similar simply simultaneously single small
        somebody somehow sometimes somewhat somewhere soon specific specifically start started starts still stop stuck supposed sure talk
        talked talking talks term terms thanks theyre thing things third though time times today together change changed changes compare link linked description descriptions respectively way  told tomorrow toward towards try
        trying turn turned turns twice type types typical typically understand unless unlike upcoming usage use used uses using usual usually
        various view views want wanted wants week well went whatever whenever wherever whether whole widely wonder work works worth wrong
        year years yes yesterday yours
        ago got anyway alright damn hell dude man bro pls plz please ya yall yep nope lol omg btw idk imo tbh asap
        благодаря быстро изменилось изменился изменилась описание связана связан связаны важно важный важные вероятно весьма видно вместо вообще вполне впервые время времени времена всегда всякий вроде
        второй выше главный главное год года году давно далее даже действительно делать делает делают должен достаточно другая другие другим
        других другого другой единственный ежели еле зависит заново затем знает знать иногда иной интересно используется использовать
        используют каждая каждого каждой каждый каждые кажется конечно конкретно конкретный кроме кстати куча лишь лучше люди людей любой
        любые максимально мало момент момента наверное назад наиболее наименее находится находятся начал начала начало начать небольшой
        некоторые некоторых несколько нет нечто никто ничего нибудь новая новое новые новый новых нужно нужен нужна нужны обычно общем
        ого один одна одно одного одной около опять основном особенно остается остальные отдельный отношении оттого очевидно очередь
        первая первое первой первого первый пока полностью получается получить помимо понять пор пора порой последние последний последняя
        постоянно поэтому правда предыдущий прежде прежний пример примерно просто прямо пусть пять раза разве различные разные ранее рано
        редко ряд самая самое самые самых свою свои своей своего своих связи сделать сегодня сильно слишком смысле снова собой совершенно
        совсем сперва сразу среди стал стала стали стало стать суть такова таков тобой толком точно три ту туда тут тыс уж хорошо хотел
        хоть хочет часто часть части человек чаще что-то чтоб чуть
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string exact) => All.Contains(exact);
}
