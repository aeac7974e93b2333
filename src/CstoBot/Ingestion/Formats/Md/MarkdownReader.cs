using CstoBot.Ingestion.Formats.Encodings;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace CstoBot.Ingestion.Formats.Md;

/// <summary>Reads Markdown as the text that a reader of the rendered page sees.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UseTaskLists()
        .Build();

    public static ExtractedText Read(byte[] content, ReadingLimits limits)
    {
        var text = TextDecoder.Decode(content);
        limits.CheckLength(text.Length);
        var document = Parse(text);
        var assembler = new TextAssembler(limits);
        new MarkdownBlocks(assembler).Add(document);
        return assembler.Close(document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } front
            ? FrontMatter.Parse(front.Lines.ToString())
            : DocumentMetadata.Unknown);
    }

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new UnreadableDocumentException("is nested too deeply");
        }
    }
}
