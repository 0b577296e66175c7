using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Tests.Markets.Quality;

public class SelectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Smallest_OfAnyValues_IsThatOfTheSortedOnes(int count)
    {
        var random = new SeededRandom(8);
        for (var round = 0; round < 50; round++)
        {
            // Few different values, so that many are equal.
            double[] values = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(round + 2))];
            double[] sorted = [.. values.Order()];
            var k = random.Next(count);
            Selection.Smallest(values, k).ShouldBe(sorted[k]);
            values.Order().ShouldBe(sorted);
        }
    }
}
