namespace Temporalio.Workflows;

/// <content>Tasks: what <see cref="Task"/> offers, kept on the workflow's scheduler.</content>
public static partial class Workflow
{
    /// <summary>Starts an asynchronous function as a task of the workflow, as Task.Run does elsewhere.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cancellationToken">Keeps it from starting; null for the workflow's.</param>
    public static Task RunTaskAsync(Func<Task> function, CancellationToken? cancellationToken = null)
    {
        var context = Context;
        context.Guard.RequireWritable("run task");
        return context.Factory.StartNew(function, cancellationToken ?? context.CancellationToken).Unwrap();
    }

    /// <summary>Starts an asynchronous function as a task of the workflow, as Task.Run does elsewhere.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cancellationToken">Keeps it from starting; null for the workflow's.</param>
    public static Task<TResult> RunTaskAsync<TResult>(Func<Task<TResult>> function, CancellationToken? cancellationToken = null)
    {
        var context = Context;
        context.Guard.RequireWritable("run task");
        return context.Factory.StartNew(function, cancellationToken ?? context.CancellationToken).Unwrap();
    }

    /// <summary>Waits until any of the tasks has ended.</summary>
    /// <returns>The first that has.</returns>
    public static Task<Task> WhenAnyAsync(params Task[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits until any of the tasks has ended.</summary>
    /// <returns>The first that has.</returns>
    public static Task<Task> WhenAnyAsync(IEnumerable<Task> tasks) => Task.WhenAny(tasks);

    /// <summary>Waits until any of the tasks has ended.</summary>
    /// <returns>The first that has.</returns>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits until any of the tasks has ended.</summary>
    /// <returns>The first that has.</returns>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAny(tasks);

    /// <summary>Waits until all of the tasks have ended.</summary>
    public static Task WhenAllAsync(params Task[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits until all of the tasks have ended.</summary>
    public static Task WhenAllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits until all of the tasks have ended.</summary>
    /// <returns>Their results, in order.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits until all of the tasks have ended.</summary>
    /// <returns>Their results, in order.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);
}
