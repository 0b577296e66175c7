using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Namespaces;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>What every call must pass before its handler sees it: key, versions, an existing namespace.</summary>
internal sealed class CallGuard(NamespaceRegistry namespaces, string? apiKey, Func<int?> localPort)
{
    private const string WorkflowServicePackage = "temporal.api.workflowservice.v1";

    private readonly byte[]? _authorization = string.IsNullOrEmpty(apiKey) ? null : Encoding.UTF8.GetBytes($"Bearer {apiKey}");
    private readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor?> _namespaceFields = new();

    /// <summary>Refuses a call that may not go on.</summary>
    /// <exception cref="GrpcException">The reason.</exception>
    public void Check(IMessage request, GrpcServerCall call)
    {
        if (_authorization is not null && call.LocalPort != localPort()) RequireKey(call);
        ClientVersion.Check(call.Metadata);
        if (NamespaceOf(request) is not { } name) return;
        if (name.Length > EngineLimits.IdLength) throw Refusal.Invalid("Namespace length exceeds limit.");
        if (NamesItself(request)) return;
        if (name.Length > 0) RequireState(namespaces.Require(name), request);
        else if (RequiresNamespace(request.Descriptor)) throw Refusal.Invalid("Namespace is empty.");
    }

    // Answers to tasks name their namespace in the token, and the operator's calls have words of their own.
    private static bool RequiresNamespace(MessageDescriptor type) =>
        type.File.Package == WorkflowServicePackage && type.FindFieldByName("task_token") is null;

    private static void RequireState(NamespaceEntry entry, IMessage request)
    {
        if (entry.State == NamespaceState.Registered || request is not (StartWorkflowExecutionRequest or SignalWithStartWorkflowExecutionRequest)) return;
        var failure = new NamespaceInvalidStateFailure { Namespace = entry.Name, State = entry.State, AllowedStates = { NamespaceState.Registered } };
        throw GrpcException.With(GrpcStatusCode.FailedPrecondition, $"Namespace has invalid state: {entry.State}. Must be Registered.", failure);
    }

    private void RequireKey(GrpcServerCall call)
    {
        var sent = Encoding.UTF8.GetBytes(call.Metadata.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(sent, _authorization))
            throw new GrpcException(GrpcStatusCode.Unauthenticated, "Request unauthorized.");
    }

    // Requests about namespaces name one that may not exist, or is given by its id.
    private static bool NamesItself(IMessage request) =>
        request is RegisterNamespaceRequest or DescribeNamespaceRequest or UpdateNamespaceRequest or DeprecateNamespaceRequest or DeleteNamespaceRequest;

    private string? NamespaceOf(IMessage request) => _namespaceFields.GetOrAdd(request.Descriptor, static type => type.FindFieldByName("namespace") is { FieldType: FieldType.String } field ? field : null)
            ?.Accessor.GetValue(request) as string;
}
