using System.Net;
using System.Net.Sockets;
using CstoBot.Operations.Health;
using CstoBot.Telegram;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether the addresses on which the bot listens are free, or it listens there already.</summary>
internal sealed class ListenCheckup(IOptions<TelegramOptions> telegram, IOptions<HealthOptions> health, IConfiguration configuration) : ICheckup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        if (!string.IsNullOrWhiteSpace(configuration["Telegram:Token"]) && telegram.Value.Mode == TelegramMode.Webhook)
        {
            found.Add(await ExamineAsync("Telegram:ListenUrl", telegram.Value.ListenUrl, cancellationToken));
        }

        if (health.Value.ListenUrl.Length > 0)
        {
            found.Add(await ExamineAsync("Health:ListenUrl", health.Value.ListenUrl, cancellationToken));
        }

        return found;
    }

    private static async Task<Diagnosis> ExamineAsync(string setting, string url, CancellationToken cancellationToken)
    {
        const string Check = "listening";
        var address = new Uri(url);
        return IsFree(address) ? Diagnosis.Ok(Check, $"{url} is free ({setting})")
            : await IsBotAsync(address, cancellationToken) ? Diagnosis.Ok(Check, $"a bot listens on {url} ({setting})")
            : Diagnosis.Problem(Check, $"{url} cannot be listened on: another program does, or the machine has no such address.", $"Set {setting} to another one.");
    }

    private static bool IsFree(Uri address)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(address.Host.Trim('[', ']'), out var own) ? own : IPAddress.Loopback, address.Port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> IsBotAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri(address, HealthPage.Live), cancellationToken);
            return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
