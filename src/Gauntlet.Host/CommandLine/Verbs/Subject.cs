using System.CommandLine;
using System.Globalization;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>A study, or one of its candidates, as people name it.</summary>
internal static class Subject
{
    /// <summary>The argument <c>STUDY[/TRIAL]</c>.</summary>
    public static Argument<string> Argument() => new("STUDY[/TRIAL]") { Description = "A study by name, or one of its candidates as NAME/37." };

    /// <summary>The argument <c>STUDY/TRIAL</c>.</summary>
    public static Argument<string> CandidateArgument() => new("STUDY/TRIAL") { Description = "A candidate, as NAME/37." };

    /// <summary>Its parts; a null trial means the whole study.</summary>
    /// <exception cref="CommandException">The trial is no number.</exception>
    public static (string Study, int? Trial) Read(string subject)
    {
        var slash = subject.LastIndexOf('/');
        if (slash < 0) return (subject, null);

        var trial = subject[(slash + 1)..];
        return int.TryParse(trial, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (subject[..slash], number)
            : throw CommandException.BadInput($"STUDY/TRIAL is '{subject}', whose trial '{trial}' is no number. Give it as '{subject[..slash]}/37'.");
    }
}
