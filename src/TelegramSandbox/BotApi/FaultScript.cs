using System.Globalization;

namespace TelegramSandbox.BotApi;

/// <summary>Faults that tests have queued and calls have not used up yet.</summary>
internal sealed class FaultScript
{
    private readonly Lock gate = new();
    private readonly List<Fault> queued = [];

    public void Add(Fault fault)
    {
        lock (gate)
        {
            queued.Add(fault);
        }
    }

    /// <summary>Uses up one turn of the first fault that fits the call.</summary>
    public Fault? TakeOrNull(string method, string chatId)
    {
        lock (gate)
        {
            var index = queued.FindIndex(fault => Fits(fault, method, chatId));
            if (index < 0)
            {
                return null;
            }

            var fault = queued[index];
            if (fault.Times > 1)
            {
                queued[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                queued.RemoveAt(index);
            }

            return fault;
        }
    }

    private static bool Fits(Fault fault, string method, string chatId) =>
        (fault.Method is null ? method != BotMethods.GetUpdates : string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase))
        && (fault.ChatId is null || fault.ChatId.Value.ToString(CultureInfo.InvariantCulture) == chatId);
}
