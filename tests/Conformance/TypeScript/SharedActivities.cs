using Temporalio.Activities;
using Temporalio.Exceptions;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>Activities that the TypeScript worker has too, and some that it calls from here.</summary>
internal static class SharedActivities
{
    [Activity("SharedGreet")]
    public static string Greet(string who) => $"hello {who}";

    [Activity("SharedLocal")]
    public static string Local(string text) => text.ToUpperInvariant();

    [Activity("SharedFail")]
    public static void Fail(string who) => throw new ApplicationFailureException($"no {who}", errorType: "No", nonRetryable: true);

    [Activity("DotnetGreet")]
    public static string DotnetGreet(string who) => $"hello {who} from dotnet";
}
