using System.Text.RegularExpressions;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Tests.Cli;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

// The same nonsense to ours and to the real server: the same status and the same words.
[Collection(HostileCollection.Name)]
public sealed partial class SameRefusalTests
{
    private const int Rounds = 12;

    // Tokens are a server's own, and how far a parser of another language gets in nonsense has no rule.
    private static readonly string[] Unlike = ["task_token", "next_page_token", "query", "visibility_query"];

    // Without those that change which calls are let in at all.
    private static readonly IEnumerable<MethodDescriptor> Methods = ServiceReflection.Descriptor.Services.Single(static service => service.FullName == ServiceNames.Workflow).Methods
        .Where(static method => !method.Name.StartsWith("Poll", StringComparison.Ordinal)
            && method.Name is not ("UpdateNamespace" or "DeprecateNamespace"));

    [SkippableTheory]
    [InlineData(7)]
    [InlineData(20260103)]
    [InlineData(11)]
    public async Task RandomFields_ToOursAndToTheRealServer_AreRefusedAlike(int seed)
    {
        var cli = TemporalCli.Find();
        Skip.If(cli is null, "../shared/temporal is not there");
        await using var ours = await TestServer.StartAsync();
        await using var theirs = await cli.ServeAsync();
        using var mine = new GrpcChannel(new() { Target = ours.Server.Address });
        using var real = new GrpcChannel(new() { Target = theirs.Address });
        var random = new Random(seed);
        var different = new List<string>();
        foreach (var method in Methods)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var request = RandomMessages.Of(method.InputType, random, depth: 3);
                if (request.Descriptor.FindFieldByName("namespace") is { } space && round % 3 != 0 && !method.Name.EndsWith("Namespace", StringComparison.Ordinal)) space.Accessor.SetValue(request, "default");
                foreach (var name in Unlike)
                    if (request.Descriptor.FindFieldByName(name) is { } field) field.Accessor.Clear(request);
                var answers = await Task.WhenAll(AnswerAsync(mine, method, request), AnswerAsync(real, method, request));
                if (answers[0] != answers[1] && !IsAccident(answers[1])) different.Add($"{method.Name}\n  ours {answers[0]}\n  real {answers[1]}\n  {request}");
            }
        }

        different.ShouldBeEmpty(string.Join('\n', different));
    }

    // What the real server itself did not expect, or took too long for.
    private static bool IsAccident(string answer) => answer.StartsWith("Unknown ", StringComparison.Ordinal) || answer.StartsWith("Internal ", StringComparison.Ordinal) || answer.StartsWith("Unavailable ", StringComparison.Ordinal) || answer.StartsWith("DeadlineExceeded ", StringComparison.Ordinal);

    private static async Task<string> AnswerAsync(GrpcChannel channel, MethodDescriptor method, IMessage request)
    {
        try
        {
            await channel.CallAsync(ServiceNames.Workflow, method.Name, request, Empty.Parser.WithDiscardUnknownFields(true), new() { Timeout = TimeSpan.FromSeconds(3) }, CancellationToken.None);
            return "OK";
        }
        catch (GrpcException refusal)
        {
            return $"{refusal.Code} {Ids().Replace(refusal.Detail, "<id>").Replace("\0", @"\x00", StringComparison.Ordinal)}";
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=retry \\()[0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
