namespace Gauntlet.Contracts.Paper;

/// <summary>A session of paper trading, declared and stored.</summary>
/// <param name="Bars">Bars to trade.</param>
/// <param name="BarSeconds">Length of a bar.</param>
/// <param name="Days">Complete trading days that the bars make.</param>
/// <param name="FirstOffsetSeconds">Bar time from the session's start to the close of the first bar.</param>
/// <param name="PatienceSeconds">Bar time that a late bar is waited for before it counts as missing; 0 waits for none.</param>
/// <param name="Traded">The last step of a session that was begun before; null for a fresh one. Not part of what is stored.</param>
public sealed record PaperPlan(int Bars, int BarSeconds, int Days, double FirstOffsetSeconds, double PatienceSeconds = 0, PaperStepReceipt? Traded = null);
