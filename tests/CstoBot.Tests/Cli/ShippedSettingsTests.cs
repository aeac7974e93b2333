using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Evaluation;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Web;
using CstoBot.Moderation;
using CstoBot.Moderation.Curated;
using CstoBot.Operations;
using CstoBot.Operations.Health;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Indexing;
using CstoBot.Storage;
using CstoBot.Telegram;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CstoBot.Tests.Cli;

/// <summary>The appsettings.json that ships: every key is a setting that some capability reads, and every value is its default.</summary>
public sealed class ShippedSettingsTests
{
    private static readonly IConfigurationRoot Shipped = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, Settings.FileName), optional: false)
        .Build();

    [Fact]
    public void Every_section_belongs_to_a_capability() => Assert.Equal(
        ["Answering", "Curated", "Data", "Embeddings", "Evaluation", "Formats", "Health", "Index", "Limits", "Logging", "Moderation", "Sandbox", "Sources", "Storage", "Telegram", "Telemetry", "Web"],
        Shipped.GetChildren().Select(section => section.Key).Order());

    [Theory]
    [InlineData(typeof(TelegramOptions), TelegramOptions.Section)]
    [InlineData(typeof(LimitsOptions), LimitsOptions.Section)]
    [InlineData(typeof(SourcesOptions), SourcesOptions.Section)]
    [InlineData(typeof(IndexingOptions), IndexingOptions.Section)]
    [InlineData(typeof(AnsweringOptions), AnsweringOptions.Section)]
    [InlineData(typeof(EmbeddingsOptions), EmbeddingsOptions.Section)]
    [InlineData(typeof(ModerationOptions), ModerationOptions.Section)]
    [InlineData(typeof(CuratedOptions), CuratedOptions.Section)]
    [InlineData(typeof(EvaluationOptions), EvaluationOptions.Section)]
    [InlineData(typeof(WebOptions), WebOptions.Section)]
    [InlineData(typeof(FormatsOptions), FormatsOptions.Section)]
    [InlineData(typeof(HealthOptions), HealthOptions.Section)]
    [InlineData(typeof(TelemetryOptions), TelemetryOptions.Section)]
    [InlineData(typeof(DataOptions), DataOptions.Section)]
    [InlineData(typeof(StorageOptions), StorageOptions.Section)]
    public void Every_key_is_a_setting_with_its_default(Type options, string section)
    {
        var defaults = Activator.CreateInstance(options)!;

        var shipped = Shipped.GetSection(section).Get(options, binder => binder.ErrorOnUnknownConfiguration = true)!;

        Assert.All(options.GetProperties().Where(property => property.CanWrite), property => Assert.Equal(property.GetValue(defaults), property.GetValue(shipped)));
    }
}
