using System.Runtime.CompilerServices;
using CstoBot.Telegram.Receiving;

namespace CstoBot.Tests.Host;

/// <summary>What the program does before its first call to Telegram, and tests that make a client of their own would not.</summary>
internal static class BeforeAllTests
{
    [ModuleInitializer]
    public static void Prepare() => _ = TelegramJson.Options;
}
