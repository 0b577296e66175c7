using System.Globalization;
using Gauntlet.Contracts.Progress;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Running;

/// <summary>Progress without a terminal: a line for each stage and each tenth of it, with the time since the start.</summary>
/// <param name="screen">Where to.</param>
/// <param name="clock">The clock.</param>
internal sealed class PlainProgressView(Screen screen, TimeProvider clock) : IProgressView
{
    private const int Steps = 10;
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<string, (Stage Stage, int Step)> _shown = new(StringComparer.Ordinal);

    public void Show(IReadOnlyList<NamedStatus> statuses)
    {
        foreach (var (id, status) in statuses)
        {
            var now = (status.Stage, Step: status.Total > 0 ? (int)((long)status.Done * Steps / status.Total) : 0);
            if (_shown.TryGetValue(id, out var before) && before == now) continue;
            _shown[id] = now;
            var seconds = clock.GetElapsedTime(_start).TotalSeconds;
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{seconds,6:0.0} s  {ProgressText.Of(id, status)}"));
        }
    }
}
