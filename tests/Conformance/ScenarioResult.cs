using System.Text.Json;

namespace Gauntlet.Conformance.Tests;

/// <summary>How one scenario ended.</summary>
/// <param name="Name">Area and name.</param>
/// <param name="Passed">True if all that it saw is what the real server showed.</param>
/// <param name="Problem">What differed, in a few lines; empty when nothing did.</param>
public sealed record ScenarioResult(string Name, bool Passed, string Problem)
{
    private const int LinesShown = 12;

    internal static ScenarioResult Of(JsonElement result) =>
        new(result.GetProperty("name").GetString()!, result.GetProperty("state").GetString() == "passed", string.Join('\n', Problems(result).Take(LinesShown)));

    private static IEnumerable<string> Problems(JsonElement result)
    {
        if (result.TryGetProperty("problems", out var problems))
        {
            foreach (var problem in problems.EnumerateArray())
            {
                yield return $"  {problem.GetProperty("observation").GetString()}:";
                foreach (var line in problem.GetProperty("lines").EnumerateArray()) yield return $"    {line.GetString()}";
            }
        }

        if (result.TryGetProperty("broke", out var broke)) yield return $"  stopped: {broke.GetString()}";
    }
}
