using Gauntlet.Contracts.Reports;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;
using Gauntlet.Reporting.Pages;

namespace Gauntlet.Host.Evidence;

/// <summary>The page that <c>--report</c> writes.</summary>
internal static class ReportFile
{
    /// <summary>Refuses a file that cannot be written before hours of work are spent on what it shall hold.</summary>
    public static void RequireWritable(string? file, Invocation invocation)
    {
        if (file is null) return;
        var path = invocation.PathOf(file);
        if (Directory.Exists(path)) throw CommandException.BadInput($"--report is '{file}', which is a folder. Give the path of an HTML file.");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw CommandException.BadInput($"--report is '{file}', whose folder does not exist. Create it or give another path.");
    }

    /// <summary>Writes the page; nothing without a file.</summary>
    public static void Write(string? file, StudyReport? report, Invocation invocation)
    {
        if (file is null) return;
        if (report is null) throw CommandException.Failed("--report: the database at hand does not hold this study's evidence. Set GAUNTLET_DATABASE to the one that the worker uses.");
        Write(file, StudyPage.Render(report, CodeVersion.Current), invocation);
    }

    /// <summary>Writes the scorecard of one candidate.</summary>
    public static void Write(string file, Scorecard card, Invocation invocation) => Write(file, ScorecardPage.Render(card, CodeVersion.Current), invocation);

    /// <summary>Writes a page that is made already.</summary>
    public static void Write(string file, string page, Invocation invocation)
    {
        File.WriteAllText(invocation.PathOf(file), page);
        invocation.Screen.Note($"report written to {file}");
    }
}
