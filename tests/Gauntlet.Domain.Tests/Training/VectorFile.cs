using System.Text.Json;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>
/// Reference numbers of Optuna 5.0.0, cmaes 0.13.1 and SciPy 1.17.1. Part of them is kept beside the tests; where the folder 'shared' lies beside the
/// repository, all of them are read from there.
/// </summary>
internal static class VectorFile
{
    public static IReadOnlyList<JsonElement> Cases(string name) => List(name, "cases");

    /// <summary>Names of the cases of a file, for theories; numbered, for some names occur twice.</summary>
    public static TheoryData<string> Names(string name, Func<JsonElement, bool>? picks = null) =>
        [.. Cases(name).Select((c, i) => (c, Key: Key(c, i))).Where(pair => picks?.Invoke(pair.c) ?? true).Select(pair => pair.Key)];

    public static JsonElement Case(string name, string key) => Cases(name).Select((c, i) => (c, Key: Key(c, i))).Single(pair => pair.Key == key).c;

    public static IReadOnlyList<JsonElement> List(string name, string list) =>
        [.. Read(name).RootElement.GetProperty(list).EnumerateArray().Select(element => element.Clone())];

    public static double[] Numbers(this JsonElement element, string name) => Numbers(element.GetProperty(name));

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];

    /// <summary>A number, or one of the words that stand for NaN and the infinities.</summary>
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : element.GetString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        var other => throw new InvalidOperationException($"'{other}' is no number."),
    };

    /// <summary>Axes in the order of the file.</summary>
    public static IReadOnlyList<SearchDimension> Dimensions(this JsonElement @case) =>
        [.. @case.GetProperty("search_space").EnumerateObject().Select(property => SearchDimension.Of(Declared(property.Name, property.Value)))];

    /// <summary>Points from columns by axis.</summary>
    public static IReadOnlyList<double[]> Points(this JsonElement @case, string name)
    {
        var columns = @case.GetProperty("search_space").EnumerateObject().Select(property => @case.GetProperty(name).Numbers(property.Name)).ToList();
        return [.. Enumerable.Range(0, columns[0].Length).Select(row => columns.Select(column => column[row]).ToArray())];
    }

    public static Parameter Declared(string name, JsonElement declared) => declared.GetProperty("type").GetString() switch
    {
        "float" => new FloatParameter(name, "-", Number(declared, "low"), Number(declared, "high"), Number(declared, "low"), Step(declared), Log(declared)),
        "int" => new IntParameter(name, "-", (int)Number(declared, "low"), (int)Number(declared, "high"), (int)Number(declared, "low"), (int)Step(declared)!.Value, Log(declared)),
        _ => new CategoricalParameter(name, "-", [.. declared.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()!)]),
    };

    private static string Key(JsonElement vector, int place) => vector.TryGetProperty("name", out var name) ? $"{place}: {name.GetString()}" : $"{place}";

    private static JsonDocument Read(string name)
    {
        if (SharedFolder.Find("vectors/optimisers/" + name + ".json") is { } path) return JsonDocument.Parse(File.ReadAllBytes(path));
        using var stream = typeof(VectorFile).Assembly.GetManifestResourceStream($"Gauntlet.Domain.Tests.Training.Vectors.{name}.json")
            ?? throw new InvalidOperationException($"{name}.json is not embedded.");
        return JsonDocument.Parse(stream);
    }

    private static double Number(JsonElement declared, string name) => declared.GetProperty(name).GetDouble();

    private static double? Step(JsonElement declared) => declared.GetProperty("step") is { ValueKind: JsonValueKind.Number } step ? step.GetDouble() : null;

    private static bool Log(JsonElement declared) => declared.GetProperty("log").GetBoolean();
}
