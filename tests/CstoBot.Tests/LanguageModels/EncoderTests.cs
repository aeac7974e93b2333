using CstoBot.LanguageModels;
using CstoBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Xunit;
using static CstoBot.Tests.LanguageModels.ProtobufFields;

namespace CstoBot.Tests.LanguageModels;

public sealed class EncoderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Word_pieces_stand_between_their_marks_in_the_vocabularys_numbers()
    {
        var encoder = WordPieces("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "coun", "##cil", "met", ".", "маи", "елка", "[MASK]");

        Assert.Equal([2, 4, 5, 6, 7, 8, 3], encoder.Encode("The Council met.", 20));
        Assert.Equal([2, 9, 10, 1, 3], encoder.Encode("Май Ёлка zzz", 20));
        Assert.Equal([2, 4, 5, 3], encoder.Encode("The Council met.", 4));
        Assert.Equal(0, encoder.Padding);
    }

    [Fact]
    public void A_vocabulary_with_capital_letters_keeps_them_and_the_accents() => Assert.Equal(
        [2, 5, 4, 6, 3], WordPieces("[PAD]", "[UNK]", "[CLS]", "[SEP]", "council", "Council", "май", "[MASK]").Encode("Council council май", 20));

    [Theory]
    [InlineData("Café Ångström naïve", "cafe angstrom naive")]
    [InlineData("cafe\u0301 и\u0306", "cafe и")]
    [InlineData("Ёжик Йод", "ежик иод")]
    [InlineData("straße Łódź", "straße łodz")]
    public void What_Unicode_decomposes_loses_its_accent(string text, string expected) => Assert.Equal(expected, AccentFolding.Fold(text));

    [Fact]
    public void Sentence_pieces_have_the_numbers_that_XLM_RoBERTa_was_trained_on()
    {
        // ▁the is the file's number 3 and the model's 4; what no piece covers is the model's 3.
        var encoder = SentencePieces("▁the", "▁council", "▁со", "вет", "▁met");

        Assert.Equal([0, 4, 5, 8, 2], encoder.Encode("the council met", 20));
        Assert.Equal([0, 6, 7, 2], encoder.Encode("совет", 20));
        Assert.Equal([0, 4, 2], encoder.Encode("the council met", 3));
        Assert.Contains(3, encoder.Encode("the 会 met", 20));
        Assert.Equal(1, encoder.Padding);
    }

    [Fact]
    public void Sentence_pieces_of_another_family_are_refused() =>
        Assert.Throws<InvalidDataException>(() => SentencePieces(firstMarks: ["<pad>", "<s>", "</s>", "<unk>"], unknown: 3, beginning: 1, end: 2, "▁the"));

    [Fact]
    public void Any_text_is_encoded_within_the_limit()
    {
        ITokenEncoder[] encoders = [WordPieces("[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##b", "[MASK]"), SentencePieces("▁a", "b", "a")];

        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => encoders.All(encoder =>
        {
            var tokens = encoder.Encode(text, 8);
            return tokens.Count is >= 2 and <= 8 && tokens.All(token => token >= 0);
        })).QuickCheckThrowOnFailure();
    }

    private WordPieceEncoder WordPieces(params string[] pieces)
    {
        var path = Path.Combine(folder.Path, "vocab.txt");
        File.WriteAllLines(path, pieces);
        return WordPieceEncoder.Open(path);
    }

    private SentencePieceEncoder SentencePieces(params string[] pieces) => SentencePieces(["<unk>", "<s>", "</s>"], 0, 1, 2, pieces);

    /// <summary>A unigram model file of SentencePiece, written by hand; every piece is as likely as another.</summary>
    private SentencePieceEncoder SentencePieces(string[] firstMarks, int unknown, int beginning, int end, params string[] pieces)
    {
        var path = Path.Combine(folder.Path, "sentencepiece.bpe.model");
        using (var file = File.Create(path))
        using (var model = new CodedOutputStream(file))
        {
            foreach (var (number, piece) in firstMarks.Concat(pieces).Index())
            {
                Message(model, 1, message => Piece(message, piece, number < firstMarks.Length ? (number == unknown ? 2 : 3) : 1));
            }

            Message(model, 2, trainer =>
            {
                Number(trainer, 3, 1); // unigram
                Number(trainer, 40, unknown);
                Number(trainer, 41, beginning);
                Number(trainer, 42, end);
            });
            Message(model, 3, normalizer =>
            {
                Number(normalizer, 3, 1); // add_dummy_prefix
                Number(normalizer, 4, 1); // remove_extra_whitespaces
                Number(normalizer, 5, 1); // escape_whitespaces
            });
        }

        return SentencePieceEncoder.Open(path);
    }

    private static void Piece(CodedOutputStream message, string piece, int type)
    {
        message.WriteTag(1, WireFormat.WireType.LengthDelimited);
        message.WriteString(piece);
        message.WriteTag(2, WireFormat.WireType.Fixed32);
        message.WriteFloat(type == 1 ? -1 : 0);
        Number(message, 3, type);
    }
}
