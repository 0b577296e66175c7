using System.Reflection;
using System.Runtime.CompilerServices;
using Temporalio.Client;
using Temporalio.Extensions.Hosting;

namespace Temporalio.Tests.Surface;

/// <summary>Code that compiles against the official package compiles against ours, and the other way round.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic |
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What has no counterpart here: build ids (which gave way to deployments), the tracing event listener of the official
    // worker, its limits of payloads and of eagerly reserved activities, and finalizers of native handles.
    private static readonly HashSet<string> Absent =
    [
        "M:Temporalio.Worker.TemporalWorker.Finalize",
        "M:Temporalio.Workflows.Workflow.Unsafe.WithTracingEventListenerDisabled(System.Action)",
        "M:Temporalio.Workflows.Workflow.Unsafe.WithTracingEventListenerDisabled``1(System.Func{``0})",
        "P:Temporalio.Worker.TemporalWorkerOptions.DisablePayloadErrorLimit",
        "P:Temporalio.Worker.TemporalWorkerOptions.DisableWorkflowTracingEventListener",
        "P:Temporalio.Worker.TemporalWorkerOptions.MaxEagerActivityReservationsPerWorkflowTask",
        "P:Temporalio.Worker.WorkflowReplayerOptions.DisableWorkflowTracingEventListener",
        "M:Temporalio.Extensions.Hosting.TemporalWorkerServiceOptionsBuilder.#ctor(System.String,System.String,Microsoft.Extensions.DependencyInjection.IServiceCollection)",
    ];

    private static readonly List<MemberInfo> Ours = [.. new[] { typeof(TemporalClient), typeof(TemporalWorkerService) }
        .SelectMany(type => type.Assembly.GetExportedTypes())
        .SelectMany(type => type.GetMembers(Declared).Where(IsVisible).Append(type))];

    [SkippableFact]
    public void EverythingEssential_IsThere()
    {
        Skip.IfNot(OfficialSurface.Exists, "The list of the official surface is not beside the repository");
        var have = Ours.Select(DocumentationId.Of).ToHashSet(StringComparer.Ordinal);
        OfficialSurface.ReadEssential().Where(id => !have.Contains(id) && !Absent.Contains(id)).ShouldBeEmpty();
    }

    [SkippableFact]
    public void EverythingPublic_IsOfficial()
    {
        Skip.IfNot(OfficialSurface.Exists, "The list of the official surface is not beside the repository");
        var official = OfficialSurface.Read();
        Ours.Where(member => !IsCompilerMade(member) && !IsOverride(member))
            .Select(DocumentationId.Of)
            .Where(id => !official.ContainsKey(id))
            .ShouldBeEmpty();
    }

    [SkippableFact]
    public void EveryParameter_HasOfficialNameAndDefault()
    {
        Skip.IfNot(OfficialSurface.Exists, "The list of the official surface is not beside the repository");
        var official = OfficialSurface.Read();
        var differences =
            from method in Ours.OfType<MethodBase>()
            let id = DocumentationId.Of(method)
            where official.ContainsKey(id)
            let expected = Arguments(official[id])
            let actual = string.Join(" | ", method.GetParameters().Select(parameter => parameter.Name + (parameter.HasDefaultValue ? "=" : string.Empty)))
            where expected != actual
            select $"{id}: {actual} instead of {expected}";
        differences.ShouldBeEmpty();
    }

    [SkippableFact]
    public void EveryProperty_HasOfficialAccessors()
    {
        Skip.IfNot(OfficialSurface.Exists, "The list of the official surface is not beside the repository");
        var official = OfficialSurface.Read();
        var differences =
            from property in Ours.OfType<PropertyInfo>()
            let id = DocumentationId.Of(property)
            where official.ContainsKey(id)
            let expected = string.Join(' ', official[id].Where(fact => fact is "get" or "set" or "init" or "protected set" or "protected init"))
            let actual = Accessors(property)
            where expected != actual
            select $"{id}: {actual} instead of {expected}";
        differences.ShouldBeEmpty();
    }

    [SkippableFact]
    public void EveryEnum_HasOfficialValues()
    {
        Skip.IfNot(OfficialSurface.Exists, "The list of the official surface is not beside the repository");
        var official = OfficialSurface.Read();
        foreach (var type in Ours.OfType<Type>().Where(type => type.IsEnum))
        {
            var members = official[DocumentationId.Of(type)].Single(fact => fact.StartsWith("members=", StringComparison.Ordinal));
            var actual = Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt32(Enum.Parse(type, name))}").Order();
            actual.ShouldBe(members["members=".Length..].Split(" | ").Order(), type.FullName);
        }
    }

    private static string Arguments(string[] facts)
    {
        var arguments = facts.FirstOrDefault(fact => fact.StartsWith("args=", StringComparison.Ordinal));
        return arguments is null
            ? string.Empty
            : string.Join(" | ", arguments["args=".Length..].Split(" | ").Select(argument =>
            {
                var equals = argument.IndexOf('=', StringComparison.Ordinal);
                return equals < 0 ? argument.Split(' ')[^1] : argument[..equals].Split(' ')[^1] + "=";
            }));
    }

    private static string Accessors(PropertyInfo property)
    {
        var parts = new List<string>();
        if (property.GetMethod is { } get && IsVisible(get))
        {
            parts.Add("get");
        }

        if (property.SetMethod is { } set && IsVisible(set))
        {
            var init = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            parts.Add((set.IsPublic ? string.Empty : "protected ") + (init ? "init" : "set"));
        }

        return string.Join(' ', parts);
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        _ => false,
    };

    // The list leaves out what the compiler makes: of records, accessors, enums and implicit constructors of structs.
    private static bool IsCompilerMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) ||
        member is MethodInfo { IsSpecialName: true, Name: var name } && !name.StartsWith("op_", StringComparison.Ordinal) ||
        member is FieldInfo { IsSpecialName: true } ||
        IsRecord(member.DeclaringType) && member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "EqualityContract" or "op_Equality" or "op_Inequality" or "<Clone>$" ||
        member is ConstructorInfo constructor && IsRecord(member.DeclaringType) &&
            constructor.GetParameters() is [{ ParameterType: var only }] && only == member.DeclaringType;

    private static bool IsRecord(Type? type) => type?.GetMethod("<Clone>$", Declared) is not null;

    // An override adds nothing that callers could not call before.
    private static bool IsOverride(MemberInfo member) =>
        member is MethodInfo method && method.GetBaseDefinition().DeclaringType != method.DeclaringType ||
        member is PropertyInfo { GetMethod: { } get } && get.GetBaseDefinition().DeclaringType != get.DeclaringType;
}
