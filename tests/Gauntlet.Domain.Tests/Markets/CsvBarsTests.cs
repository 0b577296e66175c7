using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets;

public class CsvBarsTests
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string First = "2021-03-04T14:00:00Z,100,102,99,101,5\n";
    private const string Second = "2021-03-04T15:00:00Z,101,103,100,102,6\n";

    [Fact]
    public void Read_SoundRows_GivesTheBars()
    {
        var bars = Read(Header + First + Second);
        bars.Count.ShouldBe(2);
        bars.Symbol.ShouldBe("bars.csv");
        bars.Interval.ShouldBe(TimeSpan.FromHours(1));
        bars[1].ShouldBe(new Bar(new(2021, 3, 4, 15, 0, 0, DateTimeKind.Utc), 101, 103, 100, 102, 6));
    }

    [Fact]
    public void Read_OtherOrderOfColumnsAndOffsets_GivesTheSameBars() =>
        Read("Close,Open,Low,High,Volume,Date\n101,100,99,102,5,2021-03-04T15:00:00+01:00\n102,101,100,103,6,2021-03-04 15:00\n").ContentHash
            .ShouldBe(Read(Header + First + Second).ContentHash);

    [Theory]
    [InlineData("", "bars.csv: the file is empty. Give a header and one row a bar: timestamp, open, high, low, close, volume.")]
    [InlineData(Header, "bars.csv: there is a header but no bar. Give one row a bar.")]
    [InlineData(Header + First, "bars.csv: 1 bar is too few to tell the interval. Give at least two bars; a study needs about a thousand.")]
    [InlineData("timestamp,open,high,low,volume\n1", "bars.csv line 1: there is no column 'close' in the header 'timestamp,open,high,low,volume'. Give the columns timestamp, open, high, low, close, volume (volume 0 where it is not known).")]
    [InlineData("P\u0003\u001b[2J,a,b,c\n1", "bars.csv line 1: there is no column 'timestamp' in the header 'p··[2j,a,b,c'. Give the columns timestamp, open, high, low, close, volume (volume 0 where it is not known). gauntlet data check bars.csv lists all 4 errors.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,100,,6", "bars.csv line 3: close is missing. Correct the row or remove it.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101", "bars.csv line 3: high is missing. Correct the row or remove it. gauntlet data check bars.csv lists all 4 errors.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,100,NaN,6", "bars.csv line 3: close 'NaN' is not a finite number. Correct the row or remove it.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,100,ten,6", "bars.csv line 3: close 'ten' is not a finite number. Correct the row or remove it.")]
    [InlineData(Header + First + "yesterday,101,103,100,102,6", "bars.csv line 3: timestamp 'yesterday' is not a time. Give ISO 8601, such as 2021-03-04T15:00:00Z; times without an offset are read as UTC.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,0,102,6", "bars.csv line 3: low 0 is not a positive price (2021-03-04T15:00:00Z). Correct the row or remove it; a missing price is not 0.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,100,102,-6", "bars.csv line 3: volume -6 is negative (2021-03-04T15:00:00Z). Correct the row or remove it.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,100,103,102,6", "bars.csv line 3: high 100 is below low 103 (2021-03-04T15:00:00Z). Correct the row or remove it.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,99,103,100,102,6", "bars.csv line 3: open 99 is outside of low 100 to high 103 (2021-03-04T15:00:00Z). Correct the row or remove it.")]
    [InlineData(Header + First + "2021-03-04T15:00:00Z,101,103,100,104,6", "bars.csv line 3: close 104 is outside of low 100 to high 103 (2021-03-04T15:00:00Z). Correct the row or remove it.")]
    [InlineData(Header + First + First, "bars.csv line 3: timestamp 2021-03-04T14:00:00Z is the same as that of line 2. Keep one row for a bar.")]
    [InlineData(Header + Second + First, "bars.csv line 3: timestamp 2021-03-04T14:00:00Z comes after 2021-03-04T15:00:00Z of line 2. Sort the rows by time.")]
    public void Read_BadText_SaysLineFieldValueAndRemedyInOneLine(string text, string message) =>
        Should.Throw<InvalidInputException>(() => Read(text)).Message.ShouldBe(message);

    private static BarSeries Read(string text)
    {
        using var reader = new StringReader(text);
        return CsvBars.Read(reader, "bars.csv");
    }
}
