using System.Text;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Csv;

namespace Gauntlet.Domain.Tests.Markets.Csv;

/// <summary>The fast way through files without quotes, beside the slow one through all others.</summary>
public class PlainRowsTests
{
    [Fact]
    public void Next_SpacesEmptyLinesAndShortRows_AreTakenAsTheyAre()
    {
        var rows = Open(" a , b,c,d\r\n\r\n   \r\ne\nf,,g", columns: 3);
        Row(ref rows).ShouldBe("1: a|b|c");
        Row(ref rows).ShouldBe("4: e");
        Row(ref rows).ShouldBe("5: f||g");
        rows.Next().ShouldBeFalse();
        rows.Next().ShouldBeFalse();
    }

    // Rows that lie across the ends of the buffer of 262,144 bytes, and one that is longer than all of it.
    [Fact]
    public void Next_RowsLongerThanTheBuffer_AreWhole()
    {
        var lengths = new[] { 200_000, 100_000, 1, 700_000, 262_143, 262_144, 3 };
        var rows = Open(string.Concat(lengths.Select((length, i) => $"{new string((char)('a' + i), length)},{i}\n")), columns: 2);
        foreach (var (length, i) in lengths.Select((length, i) => (length, i)))
        {
            rows.Next().ShouldBeTrue();
            rows.Field(0).Length.ShouldBe(length);
            Encoding.UTF8.GetString(rows.Field(1)).ShouldBe($"{i}");
        }

        rows.Next().ShouldBeFalse();
    }

    // One quoted field sends the same bars through the reader of every dialect.
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_WithAndWithoutQuotes_GivesTheSameBars(char separator)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 4, 5000, TimeSpan.FromMinutes(1)).Series;
        using var writer = new StringWriter();
        CsvWriting.WriteAsync(writer, bars).IsCompletedSuccessfully.ShouldBeTrue();
        var plain = writer.ToString().Replace(',', separator);
        var quoted = plain.Replace("2023-01-01T00:00:00Z", "\"2023-01-01T00:00:00Z\"", StringComparison.Ordinal);
        quoted.ShouldNotBe(plain);
        CsvBars.Read(new StringReader(plain), "plain").ContentHash.ShouldBe(bars.ContentHash);
        CsvBars.Read(new StringReader(quoted), "quoted").ContentHash.ShouldBe(bars.ContentHash);
    }

    // Windows programs put a mark before the first byte.
    [Theory]
    [InlineData("timestamp,open,high,low,close,volume\n")]
    [InlineData("")]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstField(string header)
    {
        var text = header + "2024-01-01,1,1,1,1,1\n2024-01-02,1,1,1,1,1\n2024-01-03,1,1,1,1,1\n";
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        CsvBars.Read(stream, "marked").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("2021-03-04T15:16:17Z", true)]
    [InlineData("2021-03-04 15:16:17", true)]
    [InlineData("2021-02-29T15:16:17Z", false)]
    [InlineData("2021-03-04T24:16:17Z", false)]
    [InlineData("2021-03-04T1a:16:17Z", false)]
    [InlineData("20x1-03-04T15:16:17Z", false)]
    public void TryParse_UsualTimes_AreReadOrRefused(string text, bool known)
    {
        TimeText.TryParse(Encoding.UTF8.GetBytes(text), DateOrder.MonthFirst, out var time).ShouldBe(known);
        if (known) time.ShouldBe(new DateTime(2021, 3, 4, 15, 16, 17, DateTimeKind.Utc));
    }

    private static PlainRows Open(string text, int columns) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), (byte)',', columns);

    private static string Row(ref PlainRows rows)
    {
        rows.Next().ShouldBeTrue();
        var fields = new List<string>();
        for (var i = 0; i < rows.FieldCount; i++) fields.Add(Encoding.UTF8.GetString(rows.Field(i)));
        return $"{rows.Line}: {string.Join('|', fields)}";
    }
}
