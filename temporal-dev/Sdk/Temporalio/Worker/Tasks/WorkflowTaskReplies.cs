using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Tasks;

/// <summary>Answers the server for workflow tasks.</summary>
/// <param name="context">The worker.</param>
/// <param name="eager">Activities that come with the answer.</param>
internal sealed class WorkflowTaskReplies(WorkerContext context, EagerActivities eager)
{
    // Core: ids and types are checked, patches upsert their attribute, closing commands go last. Language: the order in which
    // results are told, and the loop that releases one condition at a time.
    private static readonly uint[] CoreFlags = [1, 2, 3];
    private static readonly uint[] LanguageFlags = [1, 2];

    private static readonly string Version = typeof(WorkflowTaskReplies).Assembly.GetName().Version!.ToString(3);

    /// <summary>Sends what the code asked for.</summary>
    /// <param name="task">The task.</param>
    /// <param name="run">The run.</param>
    /// <param name="answers">Answers to the queries that came with it.</param>
    /// <param name="keepAlive">Whether the next task is to come at once, because local activities still run.</param>
    public async Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(
        PollWorkflowTaskQueueResponse task, WorkflowRun run, Dictionary<string, WorkflowQueryResult> answers, bool keepAlive)
    {
        var request = new RespondWorkflowTaskCompletedRequest
        {
            TaskToken = task.TaskToken,
            Namespace = context.Namespace,
            Identity = context.Identity,
            ReturnNewWorkflowTask = context.IsSticky || keepAlive,
            ForceCreateNewWorkflowTask = keepAlive,
            Capabilities = new() { DiscardSpeculativeWorkflowTaskWithEvents = true },
            DeploymentOptions = WorkerVersion.Of(context),
            WorkerVersionStamp = WorkerVersion.StampOf(context),
            VersioningBehavior = VersioningOf(run),
        };
        request.Commands.AddRange(run.Instance.Machines.Commands.Send());
        request.Messages.AddRange(run.Instance.Machines.TakeMessages());
        foreach (var (id, answer) in answers)
        {
            request.QueryResults.Add(id, answer);
        }

        if (!run.HasFlags)
        {
            run.HasFlags = true;
            request.SdkMetadata = new() { SdkName = "temporal-dotnet", SdkVersion = Version };
            request.SdkMetadata.CoreUsedFlags.AddRange(CoreFlags);
            if (run.Instance.Logic.IsLoopModern)
            {
                request.SdkMetadata.LangUsedFlags.AddRange(LanguageFlags);
            }
        }

        if (context.IsSticky)
        {
            request.StickyAttributes = new()
            {
                WorkerTaskQueue = new() { Name = context.StickyQueue, Kind = TaskQueueKind.Sticky, NormalName = context.TaskQueue },
                ScheduleToStartTimeout = context.Options.StickyQueueScheduleToStartTimeout.ToDuration(),
            };
        }

        await EncodeAsync(request, run.Codec);
        return await SendAsync(request);
    }

    /// <summary>Ends a run as failed whose code cannot go on.</summary>
    public async Task FailWorkflowAsync(PollWorkflowTaskQueueResponse task, Exception e)
    {
        var request = new RespondWorkflowTaskCompletedRequest
        {
            TaskToken = task.TaskToken,
            Namespace = context.Namespace,
            Identity = context.Identity,
            DeploymentOptions = WorkerVersion.Of(context),
        };
        request.Commands.Add(new Api.Command.V1.Command
        {
            CommandType = CommandType.FailWorkflowExecution,
            FailWorkflowExecutionCommandAttributes = new()
            {
                Failure = context.DataConverter.FailureConverter.ToFailure(e, context.DataConverter.PayloadConverter),
            },
        });
        await EncodeAsync(request, CodecOf(task));
        await context.Service.RespondWorkflowTaskCompletedAsync(request, WorkerContext.Retried());
    }

    /// <summary>Answers a query that came as a task of its own.</summary>
    public async Task AnswerQueryAsync(PollWorkflowTaskQueueResponse task, WorkflowRun run)
    {
        const string Only = "legacy";
        var answer = (await run.AnswerAsync([new(Only, task.Query)]))[Only];
        await SendAnswerAsync(task, answer);
    }

    /// <summary>Says that a task failed: the first time only, because the server writes nothing for the following ones.</summary>
    public async Task FailAsync(PollWorkflowTaskQueueResponse task, Exception e)
    {
        if (task.Query != null)
        {
            await SendAnswerAsync(task, new() { ResultType = QueryResultType.Failed, ErrorMessage = e.Message });
            return;
        }

        if (task.Attempt > 1)
        {
            return;
        }

        var request = new RespondWorkflowTaskFailedRequest
        {
            TaskToken = task.TaskToken,
            Namespace = context.Namespace,
            Identity = context.Identity,
            Cause = CauseOf(e),
            Failure = context.DataConverter.FailureConverter.ToFailure(e, context.DataConverter.PayloadConverter),
            DeploymentOptions = WorkerVersion.Of(context),
        };
        await CodecOf(task).EncodeAsync(request);
        await context.Service.RespondWorkflowTaskFailedAsync(request, WorkerContext.Retried());
    }

    private static WorkflowTaskFailedCause CauseOf(Exception e) => e switch
    {
        WorkflowNondeterminismException => WorkflowTaskFailedCause.NonDeterministicError,
        TaskTooLargeException large => large.Cause,
        _ => WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure,
    };

    private async Task<RespondWorkflowTaskCompletedResponse> SendAsync(RespondWorkflowTaskCompletedRequest request)
    {
        var slots = eager.Reserve(request.Commands);
        IReadOnlyList<PollActivityTaskQueueResponse> tasks = [];
        try
        {
            var response = await context.Service.RespondWorkflowTaskCompletedAsync(request, context.Reported());
            tasks = response.ActivityTasks;
            return response;
        }
        catch (PayloadsTooLargeException e)
        {
            throw new TaskTooLargeException(WorkflowTaskFailedCause.PayloadsTooLarge, e.Message, e);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.ResourceExhausted && e.Message.Contains("larger than max", StringComparison.Ordinal))
        {
            throw new TaskTooLargeException(WorkflowTaskFailedCause.GrpcMessageTooLarge, e.Message, e);
        }
        finally
        {
            eager.Begin(slots, tasks);
        }
    }

    private async Task SendAnswerAsync(PollWorkflowTaskQueueResponse task, WorkflowQueryResult answer)
    {
        var request = new RespondQueryTaskCompletedRequest
        {
            TaskToken = task.TaskToken,
            Namespace = context.Namespace,
            CompletedType = answer.ResultType,
            QueryResult = answer.Answer,
            ErrorMessage = answer.ErrorMessage,
            Failure = answer.Failure,
        };
        await CodecOf(task).EncodeAsync(request);
        await context.Service.RespondQueryTaskCompletedAsync(request, WorkerContext.Retried());
    }

    private VersioningBehavior VersioningOf(WorkflowRun run)
    {
        if (context.Options.DeploymentOptions is not { UseWorkerVersioning: true } options)
        {
            return VersioningBehavior.Unspecified;
        }

        var chosen = run.Instance.DynamicOptions is { VersioningBehavior: not Common.VersioningBehavior.Unspecified } dynamic
            ? dynamic.VersioningBehavior
            : run.Instance.Settings.Definition.VersioningBehavior ?? options.DefaultVersioningBehavior;
        return (VersioningBehavior)(int)chosen;
    }

    private RunCodec CodecOf(PollWorkflowTaskQueueResponse task) =>
        new(context.DataConverter, context.Namespace, task.WorkflowExecution.WorkflowId, task.WorkflowType.Name);

    // Payloads within messages are packed away, where the pass over fields does not find them.
    private static async Task EncodeAsync(RespondWorkflowTaskCompletedRequest request, RunCodec codec)
    {
        await codec.EncodeAsync(request.Commands);
        foreach (var answer in request.QueryResults.Values)
        {
            await codec.EncodeAsync(answer);
        }

        foreach (var message in request.Messages)
        {
            if (message.Body.Is(Response.Descriptor))
            {
                message.Body = Any.Pack(await EncodedAsync(message.Body.Unpack<Response>(), codec));
            }
            else if (message.Body.Is(Rejection.Descriptor))
            {
                message.Body = Any.Pack(await EncodedAsync(message.Body.Unpack<Rejection>(), codec));
            }
            else if (message.Body.Is(Acceptance.Descriptor))
            {
                message.Body = Any.Pack(await EncodedAsync(message.Body.Unpack<Acceptance>(), codec));
            }
        }
    }

    private static async Task<T> EncodedAsync<T>(T body, RunCodec codec)
        where T : Google.Protobuf.IMessage
    {
        await codec.EncodeAsync(body);
        return body;
    }
}
