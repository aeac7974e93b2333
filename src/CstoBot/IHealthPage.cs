namespace CstoBot;

/// <summary>Tells over HTTP how the program is, on whichever server it listens with. Not registered where nobody watches it.</summary>
internal interface IHealthPage
{
    bool Has(PathString path);

    /// <summary>Answers a request for a path that it has.</summary>
    Task AnswerAsync(HttpContext http);
}
