using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>The points around a candidate: each number a tenth of its axis up and down, on the axis' own scale, and at least a step of its grid.</summary>
/// <remarks>Words have no neighbours. A point beyond an end, or one that breaks a rule between parameters, is left out.</remarks>
internal static class Neighbourhood
{
    private const double Reach = 0.1;

    /// <param name="declared">The strategy's parameters.</param>
    /// <param name="centre">The candidate's, complete.</param>
    /// <returns>Name of the changed number and the values, in ordinal order of the names, down before up.</returns>
    public static IReadOnlyList<(string Parameter, ParameterValues Values)> Of(ParameterSpace declared, ParameterValues centre)
    {
        var space = SearchSpace.Of(declared);
        var point = space.Encode(new(centre.Items.Where(pair => space.Dimensions.Any(axis => axis.Name == pair.Key))));
        var found = new List<(string, ParameterValues)>();
        for (var i = 0; i < point.Length; i++)
        {
            var axis = space.Dimensions[i];
            if (axis.Choices is not null || double.IsNaN(point[i])) continue;
            foreach (var side in (int[])[-1, 1])
            {
                if (Moved(axis, point[i], side) is not { } moved) continue;
                double[] neighbour = [.. point];
                neighbour[i] = moved;
                if (space.Allows(neighbour)) found.Add((axis.Name, space.Decode(neighbour)));
            }
        }

        return found;
    }

    private static double? Moved(SearchDimension axis, double coordinate, int side)
    {
        var share = axis.Share(coordinate);
        var moved = axis.FromShare(Math.Clamp(share + (side * Reach), 0, 1));
        if (moved == coordinate && axis.IsStepped) moved = axis.NextOnGrid(coordinate, side);
        return moved == coordinate ? null : moved;
    }
}
