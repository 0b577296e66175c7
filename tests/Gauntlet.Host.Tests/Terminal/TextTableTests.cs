using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Tests.Terminal;

public class TextTableTests
{
    private static readonly TextTable Table = new TextTable("name", "value", "because")
        .Add("sharpe", Cell.Number("0.62"), "it is what it is, as they say in the old country")
        .Add("drawdown", Cell.Number("12.5 %"), "short");

    [Fact]
    public void Lines_WideTerminal_AlignsNumbersRight() => Table.Lines(120, colour: false).ShouldBe(
    [
        "name       value  because",
        "sharpe      0.62  it is what it is, as they say in the old country",
        "drawdown  12.5 %  short",
    ]);

    [Fact]
    public void Lines_NarrowerTerminal_CutsTheLastColumnFirst()
    {
        var lines = Table.Lines(60, colour: false).ToList();

        lines.ShouldAllBe(line => line.Length <= 60);
        lines[1].ShouldEndWith("…");
        lines[1].ShouldStartWith("sharpe      0.62  it is");
    }

    [Fact]
    public void Lines_Below60Columns_BecomeBlocks() => Table.Lines(50, colour: false).Take(4).ShouldBe(
    [
        "name: sharpe",
        "value: 0.62",
        "because: it is what it is, as they say in the old country",
        string.Empty,
    ]);

    [Fact]
    public void Lines_Ascii_TranslatesGlyphsBeforeTheyAreMeasured() =>
        new TextTable(string.Empty, "margin").Add("✕", Cell.Number("−0.54")).Add("✓", Cell.Number("+0.1")).Lines(80, colour: false, AsciiText.Of).ShouldBe(
        [
            "      margin",
            "FAIL   -0.54",
            "ok      +0.1",
        ]);

    [Fact]
    public void Lines_InColour_PaintsOnlyTheText()
    {
        var lines = new TextTable("a", "b").Add(new Cell("ok", Ink.Pass), "x").Lines(80, colour: true).ToList();

        lines[1].ShouldBe("\u001b[32mok\u001b[0m  x");
    }
}
