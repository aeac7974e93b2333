using System.Text;
using CstoBot.Ingestion.Formats.Encodings;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

public sealed class TextDecoderTests
{
    [Theory]
    [InlineData("Совет")]
    [InlineData("Протокол № 5")]
    [InlineData("ПРОТОКОЛ ЗАСЕДАНИЯ СОВЕТА")]
    [InlineData("Да, это так.")]
    [InlineData("Заседание Совета ОДКБ состоится в Астане 28 ноября.")]
    [InlineData("Report on the summit: «Коллективная безопасность», 12 pages")]
    public void Short_Russian_texts_are_read_in_any_encoding(string text)
    {
        foreach (var page in new[] { 65001, 1200, 1201, 1251, 20866, 866 })
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            if (encoding.GetString(encoding.GetBytes(text)) == text)
            {
                Assert.Equal((page, text), (page, TextDecoder.Decode(encoding.GetBytes(text))));
            }
        }
    }

    [Fact]
    public void A_mark_is_no_part_of_the_text()
    {
        Assert.Equal("Совет", TextDecoder.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Совет")]));
        Assert.Equal("Совет", TextDecoder.Decode([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("Совет")]));
    }
}
