using ModelSandbox.Prompts;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>Small prompts of no real corpus, English and Russian, as the program would send them.</summary>
internal static class SomePrompts
{
    public const string English = """
        Language: English
        <<<QUESTION>>>
        When was the Harbour Treaty signed, and which ports did not join the Northern Ports Union?
        <<<END QUESTION>>>
        <<<PASSAGE 1>>>
        title: Treaty at last
        publisher: Coast Herald
        date: 2021-05-14
        text:
        The Harbour Treaty was signed by Anna Lund in Oslo on 12 May 2021. It includes 14 articles.
        The Northern Ports Union (NPU) was founded in 1998. The port of Bergen did not join the NPU, said Karl Berg in Turku, where the council meets every year.
        <<<END 1>>>
        <<<PASSAGE 2>>>
        title: Interview
        publisher: Sea Radio
        date: 2022-03-01
        speaker: Eva Strand
        text:
        We will open 3 new terminals in Aarhus without any loans. Stockholm approved the plan of the Northern Ports Union in June 2022. The NPU budget has increased by 20 percent.
        <<<END 2>>>
        """;

    public const string Russian = """
        Language: Russian
        <<<QUESTION>>>
        Когда подписали Портовый договор и кто не вступил в Северный союз портов?
        <<<END QUESTION>>>
        <<<PASSAGE 1>>>
        title: Договор подписан
        publisher: Вестник побережья
        date: 2021-05-14
        text:
        Портовый договор подписала Анна Лунд в Осло 12 мая 2021 года. Город Берген не вступил в Северный союз портов, сообщил Карл Берг.
        <<<END 1>>>
        <<<PASSAGE 2>>>
        title: Интервью
        publisher: Морское радио
        date: 2022-03-01
        text:
        Стокгольм одобрил план Северного союза портов в июне 2022 года. Бюджет союза увеличился на 20 процентов. Терминал в Орхусе построят без кредитов. На карте отмечены Берген и Стокгольм.
        <<<END 2>>>
        """;

    public static IReadOnlyList<PromptView> All => [View(English), View(Russian)];

    public static PromptView View(string user) => PromptReader.Read([new ChatMessage("system", "Answer from the passages. Keep to their words."), new ChatMessage("user", user)], "answer");

    /// <summary>A prompt of one passage.</summary>
    public static PromptView View(string question, string text) =>
        View($"<<<QUESTION>>>\n{question}\n<<<END QUESTION>>>\n<<<PASSAGE 1>>>\npublisher: TASS\ndate: 2024-06-24\ntext:\n{text}\n<<<END 1>>>");
}
