namespace Temporalio.Tests.Worker.Machines;

public class MachineDiagramTests
{
    [Fact]
    public async Task Page_OfAllMachines_IsUpToDate()
    {
        var checkedIn = Path.Combine(Checkout(), "temporal-dev", "Sdk", "Temporalio", "Worker", "Machines", "machines.md");
        var fresh = Path.Combine(AppContext.BaseDirectory, "machines.md");
        await File.WriteAllTextAsync(fresh, MachineDiagram.Page());

        (await File.ReadAllTextAsync(checkedIn)).ShouldBe(MachineDiagram.Page(), $"a machine has changed: copy {fresh} to {checkedIn}");
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
