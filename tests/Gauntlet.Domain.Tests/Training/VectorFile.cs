using System.Text.Json;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Reference numbers of Optuna 5.0.0 (NumPy 2.4.6, SciPy 1.17.1), kept beside the tests.</summary>
internal static class VectorFile
{
    public static IReadOnlyList<JsonElement> Cases(string name)
    {
        using var stream = typeof(VectorFile).Assembly.GetManifestResourceStream($"Gauntlet.Domain.Tests.Training.Vectors.{name}.json")
            ?? throw new InvalidOperationException($"{name}.json is not embedded.");
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("cases").EnumerateArray().Select(element => element.Clone())];
    }

    public static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>Axes in the order of the file.</summary>
    public static IReadOnlyList<SearchDimension> Dimensions(this JsonElement @case) =>
        [.. @case.GetProperty("search_space").EnumerateObject().Select(property => SearchDimension.Of(Declared(property.Name, property.Value)))];

    /// <summary>Points from columns by axis.</summary>
    public static IReadOnlyList<double[]> Points(this JsonElement @case, string name)
    {
        var columns = @case.GetProperty("search_space").EnumerateObject().Select(property => @case.GetProperty(name).Numbers(property.Name)).ToList();
        return [.. Enumerable.Range(0, columns[0].Length).Select(row => columns.Select(column => column[row]).ToArray())];
    }

    private static Parameter Declared(string name, JsonElement declared) => declared.GetProperty("type").GetString() switch
    {
        "float" => new FloatParameter(name, "-", Number(declared, "low"), Number(declared, "high"), Number(declared, "low"), Step(declared), Log(declared)),
        "int" => new IntParameter(name, "-", (int)Number(declared, "low"), (int)Number(declared, "high"), (int)Number(declared, "low"), (int)Step(declared)!.Value, Log(declared)),
        _ => new CategoricalParameter(name, "-", [.. declared.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()!)]),
    };

    private static double Number(JsonElement declared, string name) => declared.GetProperty(name).GetDouble();

    private static double? Step(JsonElement declared) => declared.GetProperty("step") is { ValueKind: JsonValueKind.Number } step ? step.GetDouble() : null;

    private static bool Log(JsonElement declared) => declared.GetProperty("log").GetBoolean();
}
