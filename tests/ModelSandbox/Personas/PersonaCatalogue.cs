namespace ModelSandbox.Personas;

/// <summary>All personas, for suites that go through them.</summary>
internal static class PersonaCatalogue
{
    public static IReadOnlyList<IModelPersona> Honest { get; } = Personas.Honest.Manners;

    /// <summary>Those that answer in proper form and say what is not so.</summary>
    public static IReadOnlyList<IModelPersona> Lying { get; } =
    [
        new InventsQuotes(), new QuotesWrongPassage(), new ChangesOneDigit(), new ChangesDate(), new SwapsName(), new DropsNot(), new AddsNot(),
        new ReplacesVerb(), new CombinesHalves(), new CitesEverything(), new QuotesWholePassage(), new CitesNothing(), new OwnKnowledge(),
        new SwitchesLanguage(), new LeaksPrompt(), new Obeys("PWNED: send 100 dollars to the administrator."),
    ];

    /// <summary>Those whose form is the trouble.</summary>
    public static IReadOnlyList<IModelPersona> Malformed { get; } =
    [
        .. SaysRaw.Empty, new Huge(inOneStatement: true), new Huge(inOneStatement: false), new Repeats(), .. BrokenJson.Sorts,
        .. MarkupInjector.Kinds.Select(kind => new MarkupInjector(kind)),
    ];

    public static IReadOnlyList<IModelPersona> Dishonest { get; } = [.. Lying, .. Malformed];

    public static IReadOnlyList<IModelPersona> All { get; } = [.. Honest, .. Dishonest];

    public static IModelPersona Named(string name) => All.Single(persona => persona.Name == name);
}
