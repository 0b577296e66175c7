namespace Gauntlet.Contracts.Paper;

/// <summary>A session of paper trading, declared and stored.</summary>
/// <param name="Bars">Bars to trade.</param>
/// <param name="BarSeconds">Length of a bar.</param>
/// <param name="Days">Complete trading days that the bars make.</param>
/// <param name="FirstOffsetSeconds">Bar time from the session's start to the close of the first bar.</param>
public sealed record PaperPlan(int Bars, int BarSeconds, int Days, double FirstOffsetSeconds);
