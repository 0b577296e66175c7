using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Arena;

/// <summary>Sorts what a feed brought when a bar was due: that bar, bars that came before, bars of the future, or nothing.</summary>
public static class BarIntake
{
    /// <param name="policy">What becomes of bars that should not have come.</param>
    /// <param name="index">Index of the bar that is due, from 0.</param>
    /// <param name="due">The bar that is due, as the data set holds it.</param>
    /// <param name="delivered">What the feed brought, in its order.</param>
    /// <param name="asked">How often the feed was asked for this bar before; 0 at its close.</param>
    /// <param name="last">Whether it is given up as missing if it has not come.</param>
    /// <returns>How the bar came; null where it is still to be waited for.</returns>
    /// <exception cref="InvalidInputException">The policy refuses a duplicated bar or one from the future, or the bar has other prices than the data set.</exception>
    public static BarArrival? Take(FeedPolicy policy, int index, in Bar due, IReadOnlyList<Bar> delivered, int asked, bool last)
    {
        var (came, duplicates, future) = (0, 0, 0);
        foreach (var bar in delivered)
        {
            if (bar.OpenTime > due.OpenTime)
            {
                if (policy.FutureBars == FeedRule.Refuse) throw Wrong(bar, $"is of a time to come: the bar of {due.OpenTime:u} is due", "futureBars");
                future++;
            }
            else if (bar.OpenTime < due.OpenTime || came > 0)
            {
                if (policy.DuplicatedBars == FeedRule.Refuse) throw Wrong(bar, bar.OpenTime < due.OpenTime ? $"has had its time: the bar of {due.OpenTime:u} is due" : "came twice", "duplicatedBars");
                duplicates++;
            }
            else
            {
                if (bar != due) throw new InvalidInputException("feed", $"{bar.OpenTime:u}", $"feed: the bar of {bar.OpenTime:u} has a close of {bar.Close}, the data set holds {due.Close}. Mend the feed, or open a study on the corrected data.");
                came++;
            }
        }

        if (came > 0) return new(index, asked > 0 ? BarCondition.Late : BarCondition.Good, duplicates, future);
        return last ? new(index, BarCondition.Missing, duplicates, future) : null;
    }

    private static InvalidInputException Wrong(in Bar bar, string what, string key) => new(
        "feed", $"{bar.OpenTime:u}", $"feed: the bar of {bar.OpenTime:u} {what}. Mend the feed and retry, or judge by a policy whose gate3.feed.{key} is count.");
}
