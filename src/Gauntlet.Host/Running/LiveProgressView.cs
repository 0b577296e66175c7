using Gauntlet.Contracts.Progress;
using Gauntlet.Host.Terminal;
using Spectre.Console;

namespace Gauntlet.Host.Running;

/// <summary>Progress on a terminal: a line for each workflow, redrawn in place.</summary>
internal sealed class LiveProgressView : IProgressView
{
    private const int BarWidth = 20;
    private readonly LiveDisplayContext _context;
    private readonly Screen _screen;

    private LiveProgressView(LiveDisplayContext context, Screen screen)
    {
        _context = context;
        _screen = screen;
    }

    /// <summary>Shows progress while something goes on, and takes it away afterwards.</summary>
    public static Task<TResult> WhileAsync<TResult>(Screen screen, Func<IProgressView, Task<TResult>> work)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(screen.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            ColorSystem = screen.LiveColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = screen.Width;
        return console.Live(new Text("…")).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).StartAsync(context => work(new LiveProgressView(context, screen)));
    }

    public void Show(IReadOnlyList<NamedStatus> statuses)
    {
        if (statuses.Count > 0) _context.UpdateTarget(Lines(statuses));
    }

    private Rows Lines(IReadOnlyList<NamedStatus> statuses)
    {
        var table = new TextTable(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
        foreach (var (id, status) in statuses)
            table.Add(ProgressText.Label(id), ProgressText.Name(status.Stage), Bar(status), ProgressText.Counts(status), ProgressText.Story(status));
        return new(table.Lines(_screen.Width - 1, colour: false, _screen.Text).Select(line => new Text(line).Overflow(Overflow.Ellipsis)));
    }

    private static string Bar(WorkflowStatus status)
    {
        if (status.Total <= 0) return string.Empty;
        var full = (int)Math.Clamp((long)status.Done * BarWidth / status.Total, 0, BarWidth);
        return new string('█', full) + new string('░', BarWidth - full);
    }
}
