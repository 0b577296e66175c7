namespace Gauntlet.Domain.Markets.Corporate;

/// <summary>Something that changes what one share is or pays, from the open of a day on.</summary>
/// <param name="Date">First trading day without it (the ex-date); it acts on the first bar that opens on or after it.</param>
public abstract record CorporateAction(DateOnly Date);

/// <summary>One share becomes several.</summary>
/// <param name="Date">Ex-date.</param>
/// <param name="Ratio">Shares after for one before: 7 for 7-for-1, 0.5 for a reverse split of 1-for-2; positive.</param>
public sealed record Split(DateOnly Date, double Ratio) : CorporateAction(Date);

/// <summary>Cash for each share.</summary>
/// <param name="Date">Ex-date.</param>
/// <param name="Amount">Money for a share as it traded on that day, in the market's currency; positive.</param>
public sealed record Dividend(DateOnly Date, double Amount) : CorporateAction(Date);

/// <summary>A statement that a jump on a day is a real move, so that it is not taken for an unadjusted split.</summary>
/// <param name="Date">The day.</param>
public sealed record RealMove(DateOnly Date) : CorporateAction(Date);
