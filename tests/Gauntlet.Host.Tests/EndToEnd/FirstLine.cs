using System.Text;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>A writer that tells when the first line is complete.</summary>
internal sealed class FirstLine : TextWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n') _seen.TrySetResult();
    }
}
