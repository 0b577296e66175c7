using System.CommandLine;

namespace Gauntlet.Host.CommandLine;

/// <summary>A verb of the command line: its options, and how they are read into one record.</summary>
/// <typeparam name="TOptions">Options of the verb.</typeparam>
internal abstract class Verb<TOptions> : Command
{
    protected Verb(VerbContext context, string name, string description)
        : base(name, description) =>
        SetAction((parsed, interrupted) =>
        {
            var invocation = new Invocation(context.Surroundings, GlobalOptions.From(parsed));
            return context.Actions.InvokeAsync(Read(parsed), invocation, interrupted);
        });

    /// <summary>Options of this call.</summary>
    /// <exception cref="CommandException">A value that the parser alone cannot refuse.</exception>
    protected abstract TOptions Read(ParseResult parsed);

    /// <summary>Adds an option and hands it back.</summary>
    protected TOption With<TOption>(TOption option)
        where TOption : Option
    {
        Add(option);
        return option;
    }

    /// <summary>The option <c>--json</c>.</summary>
    protected Option<bool> WithJson() => With(new Option<bool>("--json") { Description = "One JSON document on standard output and nothing else." });
}

/// <summary>What verbs share.</summary>
internal sealed record VerbContext(Surroundings Surroundings, VerbActions Actions);
