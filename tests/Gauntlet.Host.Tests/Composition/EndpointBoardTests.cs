using System.Net;
using System.Net.Sockets;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.Composition;

public class EndpointBoardTests
{
    [Fact]
    public async Task Live_Published_IsFoundUntilTakenDown()
    {
        using var folder = new TemporaryFolder();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var board = new EndpointBoard(folder.Path);
        var endpoint = Endpoint(server.LocalEndpoint.ToString()!, ServerKind.Up);

        using (board.Publish(endpoint)) (await board.LiveAsync(CancellationToken.None)).ShouldBe([endpoint]);

        (await board.LiveAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Live_SilentPortOrDeadProcess_IsIgnored()
    {
        using var folder = new TemporaryFolder();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var board = new EndpointBoard(folder.Path);
        using var silent = board.Publish(Endpoint("127.0.0.1:1", ServerKind.Up));
        using var dead = board.Publish(Endpoint(server.LocalEndpoint.ToString()!, ServerKind.Up) with { ProcessId = int.MaxValue });

        (await board.LiveAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Live_SeveralKinds_ComeMostLastingFirst()
    {
        using var folder = new TemporaryFolder();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var board = new EndpointBoard(folder.Path);
        var address = server.LocalEndpoint.ToString()!;
        using var run = board.Publish(Endpoint(address, ServerKind.Run) with { Since = DateTimeOffset.UnixEpoch.AddHours(2) });
        using var up = board.Publish(Endpoint(address, ServerKind.Up));

        (await board.LiveAsync(CancellationToken.None)).Select(endpoint => endpoint.Kind).ShouldBe([ServerKind.Up, ServerKind.Run]);
    }

    [Fact]
    public async Task Live_DamagedFile_IsIgnored()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "endpoints"));
        folder.Write("endpoints/1.json", "{");

        (await new EndpointBoard(folder.Path).LiveAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    private static ServedEndpoint Endpoint(string address, ServerKind kind) =>
        new(address, "default", Environment.ProcessId, kind, TimeSkipping: false, Database: null, DateTimeOffset.UnixEpoch);
}
