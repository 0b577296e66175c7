using Microsoft.Extensions.Logging;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Polling;
using Temporalio.Worker.Tasks;

namespace Temporalio.Worker;

/// <summary>Polls a task queue and runs its workflows and activities.</summary>
public class TemporalWorker : IDisposable
{
    private readonly WorkerContext _context;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly ActivityExecutor _activities;
    private readonly WorkflowTaskHandler? _workflowTasks;
    private int _started;

    /// <summary>Makes a worker; it starts with <see cref="ExecuteAsync(CancellationToken)"/>.</summary>
    /// <param name="client">A connected client.</param>
    /// <param name="options">Options; copied.</param>
    /// <exception cref="ArgumentException">No task queue, nothing to run, a name twice, or a type that cannot be instantiated.</exception>
    /// <exception cref="InvalidOperationException">The client is lazy and not connected.</exception>
    public TemporalWorker(IWorkerClient client, TemporalWorkerOptions options)
    {
        Options = WorkerPlugins.Configure(client, options);
        var workflows = WorkerRegistry.Workflows(Options);
        var activities = WorkerRegistry.Activities(Options);
        _context = new(client, Options);
        _logger = _context.LoggerFactory.CreateLogger<TemporalWorker>();
        _activities = new(_context, activities);
        if (Options.Workflows.Count > 0)
        {
            _workflowTasks = new(_context, workflows, new(_context, activities), _activities);
        }
    }

    /// <summary>The options, as copied.</summary>
    public TemporalWorkerOptions Options { get; }

    /// <summary>The client. Another one takes effect with the next calls.</summary>
    /// <exception cref="InvalidOperationException">The client is lazy and not connected.</exception>
    public IWorkerClient Client
    {
        get => _context.Client;
        set
        {
            _ = WorkerContext.ConnectionOf(value);
            _context.Client = value;
        }
    }

    /// <summary>Runs the worker until it is told to stop or fails.</summary>
    /// <param name="stoppingToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="InvalidOperationException">It ran before, or the server does not know the namespace.</exception>
    public Task ExecuteAsync(CancellationToken stoppingToken) =>
        ExecuteAsync(() => Task.Delay(Timeout.Infinite, _shutdown.Token), stoppingToken);

    /// <summary>Runs the worker until a function has ended.</summary>
    /// <param name="untilComplete">The function; what it throws is thrown after the shutdown.</param>
    /// <param name="stoppingToken">Stops the worker earlier.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="InvalidOperationException">It ran before, or the server does not know the namespace.</exception>
    public Task ExecuteAsync(Func<Task> untilComplete, CancellationToken stoppingToken = default) =>
        ExecuteAsync(
            async () =>
            {
                await untilComplete();
                return true;
            },
            stoppingToken);

    /// <summary>Runs the worker until a function has ended.</summary>
    /// <param name="untilComplete">The function; what it throws is thrown after the shutdown.</param>
    /// <param name="stoppingToken">Stops the worker earlier.</param>
    /// <returns>What the function returns.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="InvalidOperationException">It ran before, or the server does not know the namespace.</exception>
    public Task<TResult> ExecuteAsync<TResult>(Func<Task<TResult>> untilComplete, CancellationToken stoppingToken = default) =>
        WorkerPlugins.RunAsync(this, (worker, token) => worker.RunAsync(untilComplete, token), stoppingToken);

    /// <summary>Frees what the worker holds. A worker that runs is told to stop.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the worker holds.</summary>
    /// <param name="disposing">Whether not from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shutdown.Cancel();
        }
    }

    private async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> untilComplete, CancellationToken stoppingToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("Already started");
        }

        await WorkerValidation.RunAsync(_context, stoppingToken);
        var pollers = new WorkerPollers(_context, _workflowTasks, _activities);
        var polling = pollers.RunAsync(_shutdown.Token);
        var stopped = Task.Delay(Timeout.Infinite, stoppingToken);
        var user = Task.Run(untilComplete, CancellationToken.None);
        var first = await Task.WhenAny(user, pollers.Ending, stopped);
        if (first == user)
        {
            _logger.LogInformation("User task completed, shutting down");
        }
        else if (first == stopped)
        {
            _logger.LogInformation("Worker cancelled, shutting down");
        }
        else
        {
            _logger.LogError(pollers.Ending.Exception, "Worker failed, shutting down");
        }

        await StopAsync(polling);
        stoppingToken.ThrowIfCancellationRequested();
        return await user;
    }

    private async Task StopAsync(Task polling)
    {
        _activities.BeginShutdown();
        await _shutdown.CancelAsync();
        try
        {
            await polling;
        }
        finally
        {
            await _activities.WaitForEndAsync();
        }
    }
}
