namespace Gauntlet.Host.CommandLine;

/// <summary>Does what a verb promises.</summary>
/// <typeparam name="TOptions">Options of the verb.</typeparam>
/// <returns>One of <see cref="ExitCodes"/>.</returns>
internal delegate Task<int> VerbAction<in TOptions>(TOptions options, Invocation invocation, CancellationToken interrupted);

/// <summary>Which action stands behind the options of a verb, so that the command line is known without what it drives.</summary>
internal sealed class VerbActions
{
    private readonly Dictionary<Type, Delegate> _actions = [];

    public VerbActions Add<TOptions>(VerbAction<TOptions> action)
    {
        _actions.Add(typeof(TOptions), action);
        return this;
    }

    public Task<int> InvokeAsync<TOptions>(TOptions options, Invocation invocation, CancellationToken interrupted) =>
        ((VerbAction<TOptions>)_actions[typeof(TOptions)])(options, invocation, interrupted);
}
