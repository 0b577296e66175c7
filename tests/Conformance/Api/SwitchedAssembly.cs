using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>An assembly that compiles against either SDK, and what it takes from that.</summary>
internal sealed class SwitchedAssembly : AssemblyLoadContext, IDisposable
{
    // Stand in for whatever a reference is constructed with: only its definition counts.
    private static readonly Type[] Anything = [.. Enumerable.Repeat(typeof(object), 8)];

    private readonly string _path;
    private readonly AssemblyDependencyResolver _resolver;

    public SwitchedAssembly(string path)
        : base(isCollectible: true)
    {
        _path = path;
        _resolver = new(path);
    }

    /// <summary>Types and members of the SDK that the assembly uses; properties and events by themselves.</summary>
    public IReadOnlyList<MemberInfo> Used()
    {
        using var file = new PEReader(File.OpenRead(_path));
        var metadata = file.GetMetadataReader();
        var module = LoadFromAssemblyPath(_path).ManifestModule;
        var types = metadata.TypeReferences.Where(type => IsOfSdk(metadata, type)).Select(type => (MemberInfo)module.ResolveType(MetadataTokens.GetToken(type)));
        var members = metadata.MemberReferences
            .Where(member => TypeOf(metadata, metadata.GetMemberReference(member).Parent) is { } type && IsOfSdk(metadata, type))
            .Select(member => Definition(module.ResolveMember(MetadataTokens.GetToken(member), Anything, Anything)!));
        return [.. types.Concat(members).Distinct()];
    }

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    private static TypeReferenceHandle? TypeOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind is HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind is not HandleKind.TypeSpecification) return null;
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance) return null;
        signature.ReadByte();
        var definition = signature.ReadTypeHandle();
        return definition.Kind is HandleKind.TypeReference ? (TypeReferenceHandle)definition : null;
    }

    private static bool IsOfSdk(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => IsOfSdk(metadata, (TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) is { } name &&
                (name is "Temporalio" || name.StartsWith("Temporalio.", StringComparison.Ordinal)),
            _ => false,
        };
    }

    private static MemberInfo Definition(MemberInfo member)
    {
        var open = member.Module.ResolveMember(member.MetadataToken)!;
        return open is MethodInfo { IsSpecialName: true, DeclaringType: { } type } method
            ? type.GetProperties(ManagedApi.Declared).FirstOrDefault(property => property.GetAccessors(nonPublic: true).Contains(method)) ??
                (MemberInfo?)type.GetEvents(ManagedApi.Declared).FirstOrDefault(@event => @event.AddMethod == method || @event.RemoveMethod == method) ??
                method
            : open;
    }
}
