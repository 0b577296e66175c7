using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Training.Sampling.Gaussian;

/// <summary>Looks for the place of the largest expected improvement: many looks around, then climbs from the best of them.</summary>
internal sealed class AcquisitionSearch(SearchSpace space, GaussianProcess process, Observed observed)
{
    private const int LooksAround = 192;
    private const int LooksNearLeaders = 16;
    private const int Leaders = 6;
    private const int Climbs = 4;
    private const int ClimbSteps = 30;
    private const int MostNeighbours = 16;

    /// <summary>Allowed points that are not in the history, the most promising first.</summary>
    public IEnumerable<double[]> Candidates(SeededRandom random)
    {
        var looks = Looks(random).Select(place => (Place: place, Value: process.Acquisition(place))).OrderByDescending(look => look.Value).ToList();
        var climbed = looks.Take(Climbs).Select(look => Climb(look.Place)).OrderByDescending(end => end.Value);
        return climbed.Concat(looks).Select(end => Coordinates(end.Place));
    }

    private IEnumerable<double[]> Looks(SeededRandom random)
    {
        for (var i = 0; i < LooksAround; i++) yield return observed.Shares(space.Draw(random));
        foreach (var leader in observed.Leaders(Leaders))
        {
            for (var i = 0; i < LooksNearLeaders; i++) yield return Near(leader, random);
        }
    }

    private double[] Near(double[] leader, SeededRandom random)
    {
        // From a thousandth of the axis to a fifth: what is near is not known beforehand.
        var reach = 0.2 * Math.Pow(10, -2.3 * random.NextDouble());
        var place = (double[])leader.Clone();
        for (var axis = 0; axis < place.Length; axis++)
        {
            if (!observed.Words[axis]) place[axis] = Math.Clamp(place[axis] + (reach * random.NextNormal()), 0, 1);
            else if (random.NextDouble() < 0.1) place[axis] = random.Next(space.Dimensions[axis].Choices!.Count);
        }

        return observed.Shares(Coordinates(place));
    }

    private (double[] Place, double Value) Climb(double[] start)
    {
        var place = start;
        var value = process.Acquisition(place);
        var (low, high) = (new double[place.Length], Enumerable.Repeat(1.0, place.Length).ToArray());

        // Axes that are not continuous stand still in a climb and then step by themselves.
        var still = space.Dimensions.Select(axis => axis.Count is not null).ToArray();
        for (var turn = 0; turn < 2; turn++)
        {
            if (!still.All(s => s))
            {
                (place, value) = BoundedAscent.Climb(
                    (x, gradient) =>
                    {
                        var result = process.Acquisition(x, gradient);
                        for (var axis = 0; axis < still.Length; axis++) gradient[axis] = still[axis] ? 0 : gradient[axis];
                        return result;
                    },
                    place,
                    Bounds(low, place, still),
                    Bounds(high, place, still),
                    ClimbSteps);
            }

            if (!Step(ref place, ref value)) break;
        }

        return (place, value);
    }

    private static double[] Bounds(double[] bound, double[] place, bool[] still) => [.. bound.Select((b, axis) => still[axis] ? place[axis] : b)];

    private bool Step(ref double[] place, ref double value)
    {
        var moved = false;
        for (var axis = 0; axis < place.Length; axis++)
        {
            foreach (var share in Neighbours(axis, place[axis]))
            {
                var other = (double[])place.Clone();
                other[axis] = share;
                var acquired = process.Acquisition(other);
                if (acquired > value) (place, value, moved) = (other, acquired, true);
            }
        }

        return moved;
    }

    private IEnumerable<double> Neighbours(int axis, double share)
    {
        var dimension = space.Dimensions[axis];
        if (dimension.Count is not { } count) return [];
        if (dimension.Choices is not null) return Enumerable.Range(0, count).Select(k => (double)k);
        if (count <= MostNeighbours) return Enumerable.Range(0, count).Select(k => dimension.Share(dimension.At(k)));
        return new[] { -0.1, -1.0 / count, 1.0 / count, 0.1 }.Select(step => dimension.Share(dimension.FromShare(Math.Clamp(share + step, 0, 1))));
    }

    private double[] Coordinates(double[] place)
    {
        var point = new double[place.Length];
        for (var axis = 0; axis < point.Length; axis++)
            point[axis] = observed.Words[axis] ? Math.Max(place[axis], 0) : space.Dimensions[axis].FromShare(place[axis]);
        space.DropAbsent(point);
        return point;
    }
}
