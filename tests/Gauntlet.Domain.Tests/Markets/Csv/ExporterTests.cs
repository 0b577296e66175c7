using System.Text;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Markets.Csv;

/// <summary>The shapes in which common exporters write bars; each sample holds the same two or three days.</summary>
public class ExporterTests
{
    private static readonly Bar[] Days =
    [
        new(Day(2), 100, 102, 99, 101, 1500),
        new(Day(3), 101, 103, 100, 102, 1600),
        new(Day(6), 102, 104, 101, 103, 1700),
    ];

    [Theory]
    [InlineData("yahoo", "Date,Open,High,Low,Close,Adj Close,Volume\n2020-01-02,100.0,102.0,99.0,101.0,97.5,1500\n2020-01-03,101.0,103.0,100.0,102.0,98.5,1600\n2020-01-06,102,104,101,103,99,1700\n")]
    [InlineData("stooq", "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nX.US,D,20200102,000000,100,102,99,101,1500,0\nX.US,D,20200103,000000,101,103,100,102,1600,0\nX.US,D,20200106,000000,102,104,101,103,1700,0\n")]
    [InlineData("nasdaq", "Date,Close/Last,Volume,Open,High,Low\n01/06/2020,$103,1700,$102,$104,$101\n01/03/2020,$102,1600,$101,$103,$100\n01/02/2020,$101,1500,$100,$102,$99\n")]
    [InlineData("investing", "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"Jan 06, 2020\",\"103\",\"102\",\"104\",\"101\",\"1.70K\",\"1%\"\n\"Jan 03, 2020\",\"102\",\"101\",\"103\",\"100\",\"1.60K\",\"1%\"\n\"Jan 02, 2020\",\"101\",\"100\",\"102\",\"99\",\"1.50K\",\"1%\"\n")]
    [InlineData("metatrader", "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<SPREAD>\n2020.01.02\t00:00:00\t100\t102\t99\t101\t1500\t1\n2020.01.03\t00:00:00\t101\t103\t100\t102\t1600\t1\n2020.01.06\t00:00:00\t102\t104\t101\t103\t1700\t1\n")]
    [InlineData("metatrader without header", "2020.01.02,00:00,100,102,99,101,1500\n2020.01.03,00:00,101,103,100,102,1600\n2020.01.06,00:00,102,104,101,103,1700\n")]
    [InlineData("histdata", "20200102 000000;100;102;99;101;1500\n20200103 000000;101;103;100;102;1600\n20200106 000000;102;104;101;103;1700\n")]
    [InlineData("binance", "1577923200000,100,102,99,101,1500,1578009599999,0,1,0,0,0\n1578009600000,101,103,100,102,1600,1578095999999,0,1,0,0,0\n1578268800000,102,104,101,103,1700,1578355199999,0,1,0,0,0\n")]
    [InlineData("binance in microseconds", "1577923200000000,100,102,99,101,1500\n1578009600000000,101,103,100,102,1600\n1578268800000000,102,104,101,103,1700\n")]
    [InlineData("tradingview", "time,open,high,low,close,Volume\n1577923200,100,102,99,101,1500\n1578009600,101,103,100,102,1600\n1578268800,102,104,101,103,1700\n")]
    [InlineData("cryptodatadownload", "https://www.example.org\nunix,date,symbol,open,high,low,close,Volume BTC,Volume USD\n1578268800,2020-01-06,BTC/USD,102,104,101,103,1700,9\n1578009600,2020-01-03,BTC/USD,101,103,100,102,1600,9\n1577923200,2020-01-02,BTC/USD,100,102,99,101,1500,9\n")]
    [InlineData("dukascopy", "Gmt time,Open,High,Low,Close,Volume\n02.01.2020 00:00:00.000,100,102,99,101,1500\n03.01.2020 00:00:00.000,101,103,100,102,1600\n06.01.2020 00:00:00.000,102,104,101,103,1700\n")]
    [InlineData("european", "Date;Open;High;Low;Close;Volume\n02.01.2020;100,0;102,0;99,0;101,0;1500\n03.01.2020;101,0;103,0;100,0;102,0;1600\n06.01.2020;102,0;104,0;101,0;103,0;1.700\n")]
    [InlineData("alpha vantage", "timestamp,open,high,low,close,volume\r\n2020-01-06,102,104,101,103,1700\r\n2020-01-03,101,103,100,102,1600\r\n2020-01-02,100,102,99,101,1500\r\n")]
    [InlineData("marked and quoted", "\uFEFF\"timestamp\",\"open\",\"high\",\"low\",\"close\",\"volume\"\n\"2020-01-02T00:00:00Z\",\"100\",\"102\",\"99\",\"101\",\"1,500\"\n\"2020-01-03T00:00:00Z\",\"101\",\"103\",\"100\",\"102\",\"1,600\"\n\"2020-01-06T00:00:00Z\",\"102\",\"104\",\"101\",\"103\",\"1,700\"\n")]
    public void Read_FileOfAnExporter_GivesTheBars(string exporter, string text)
    {
        var bars = Read(text);
        Enumerable.Range(0, bars.Count).Select(i => bars[i]).ShouldBe(Days, exporter);
    }

    [Fact]
    public void Read_WithoutVolume_IsAllZero()
    {
        var bars = Read("time,open,high,low,close\n2020-01-02,100,102,99,101\n2020-01-03,101,103,100,102\n");
        bars.Volume.ToArray().ShouldBe([0, 0]);
    }

    [Theory]
    [InlineData("2020-01-02T15:30:00.250+02:00", "2020-01-02T13:30:00.2500000Z")]
    [InlineData("2020-01-02 15:30:00 UTC", "2020-01-02T15:30:00.0000000Z")]
    [InlineData("20200102 1530", "2020-01-02T15:30:00.0000000Z")]
    [InlineData("12/31/2020 15:30", "2020-12-31T15:30:00.0000000Z")]
    [InlineData("31/12/2020 15:30", "2020-12-31T15:30:00.0000000Z")]
    [InlineData("2020-01-02T15:30-0500", "2020-01-02T20:30:00.0000000Z")]
    [InlineData("1577979000123", "2020-01-02T15:30:00.1230000Z")]
    public void Read_Time_IsUtc(string time, string expected) =>
        Read($"time,open,high,low,close\n{time},1,1,1,1\n2021-01-01,1,1,1,1\n").Times[0].ToString("O").ShouldBe(expected);

    // The parser of numbers must give the nearest double, digit by digit like the platform's.
    [Fact]
    public void Read_AnyDecimals_AreTheNearestDoubles()
    {
        var random = new Gauntlet.Domain.Randomness.SeededRandom(3);
        var numbers = Enumerable.Range(0, 2000).Select(_ => Math.Round(Math.Exp(20 * (random.NextDouble() - 0.5)), random.Next(15)) + 1).Concat([0.1 + 0.2, 1e-7, 123456789012345680, 5e-324, 1.7976931348623157e308]).ToList();
        var text = new StringBuilder("time,open,high,low,close\n");
        for (var i = 0; i < numbers.Count; i++) text.Append($"{Day(1).AddDays(i):yyyy-MM-dd},{numbers[i]:R},{numbers[i]:R},{numbers[i]:R},{numbers[i]:R}\n");
        Read(text.ToString()).Close.ToArray().ShouldBe(numbers);
    }

    private static BarSeries Read(string text)
    {
        using var reader = new StringReader(text);
        return CsvBars.ReadAsIs(reader, "bars.csv");
    }

    private static DateTime Day(int day) => new(2020, 1, day, 0, 0, 0, DateTimeKind.Utc);
}
