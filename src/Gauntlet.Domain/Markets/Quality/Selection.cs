namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Finds the k-th smallest of many values without sorting them (Hoare 1961), in time proportional to their number.</summary>
internal static class Selection
{
    /// <summary>The k-th smallest value.</summary>
    /// <param name="values">Without NaN; are put into another order.</param>
    /// <param name="k">0 … number of values − 1.</param>
    public static double Smallest(Span<double> values, int k)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var (left, right) = Part(values, low, high);
            if (k <= right) high = right;
            else if (k >= left) low = left;
            else break;
        }

        return values[k];
    }

    // Afterwards nothing up to right is greater than the pivot, nothing from left on is less, and all between are equal to it.
    private static (int Left, int Right) Part(Span<double> values, int low, int high)
    {
        var pivot = MiddleOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
        var (left, right) = (low, high);
        while (left <= right)
        {
            while (values[left] < pivot) left++;
            while (values[right] > pivot) right--;
            if (left > right) break;
            (values[left], values[right]) = (values[right], values[left]);
            left++;
            right--;
        }

        return (left, right);
    }

    private static double MiddleOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
