using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Markets.Csv;
using Gauntlet.Domain.Markets.Quality;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Data;

/// <summary>Bar files and files of corporate actions as users name them.</summary>
internal static class BarFile
{
    /// <summary>Reads and checks a file of bars.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static QualityReport Check(string file, QualityOptions options, Invocation invocation)
    {
        using var stream = Open("FILE", file, "a CSV file of bars", invocation);
        return DataQuality.Check(stream, file, options);
    }

    /// <summary>The bars of a file as they stand in it, unadjusted splits and all.</summary>
    /// <exception cref="CommandException">There is no such file, or its rows are unusable.</exception>
    public static BarSeries AsRead(string file, Invocation invocation)
    {
        var report = Check(file, new(), invocation);
        if (report.AsRead is { } bars) return bars;
        var first = report.Findings.First(finding => finding.Severity == Severity.Error);
        throw CommandException.BadInput($"{first.Message(file)} gauntlet data check {file} lists everything.");
    }

    /// <summary>Writes bars to a file that is not there yet.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="output">Its name; null for that of the source with a word before the ending.</param>
    /// <param name="source">The file that they come from.</param>
    /// <param name="word">What was done to them.</param>
    /// <param name="invocation">The call.</param>
    /// <param name="interrupted">Stops the writing.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CommandException">The file is there already.</exception>
    public static async Task<string> WriteAsync(BarSeries bars, string? output, string source, string word, Invocation invocation, CancellationToken interrupted)
    {
        var name = output ?? Path.ChangeExtension(source, $".{word}{Path.GetExtension(source)}");
        var path = invocation.PathOf(name);
        if (File.Exists(path)) throw CommandException.BadInput($"--output is '{name}', which is there already. Give another file, or remove it.");
        await using var writer = new StreamWriter(path);
        await CsvWriting.WriteAsync(writer, bars, interrupted);
        return name;
    }

    /// <summary>Reads a file of corporate actions; none where no file is named.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static CorporateActions Actions(string? file, Invocation invocation)
    {
        if (file is null) return CorporateActions.None;
        using var reader = new StreamReader(Open("--actions", file, "a CSV file of date,kind,value", invocation));
        return CorporateActionsFile.Read(reader, file);
    }

    private static FileStream Open(string field, string file, string what, Invocation invocation)
    {
        var path = invocation.PathOf(file);
        if (Directory.Exists(path)) throw CommandException.BadInput($"{field} is '{file}', which is a folder. Give the path of {what}.");
        return File.Exists(path) ? File.OpenRead(path) : throw CommandException.BadInput($"{field} is '{file}', which does not exist. Give the path of {what}.");
    }
}
