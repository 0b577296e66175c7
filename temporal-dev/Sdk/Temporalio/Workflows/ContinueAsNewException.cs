using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Workflows;

/// <summary>Thrown by workflow code to end its run and start the next. Made by <c>Workflow.CreateContinueAsNewException</c>.</summary>
public class ContinueAsNewException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="input">What the next run is.</param>
    internal ContinueAsNewException(CreateContinueAsNewExceptionInput input)
        : base("Continue as new") => Input = input;

    /// <summary>What the next run is.</summary>
    internal CreateContinueAsNewExceptionInput Input { get; }
}
