"""First names that are common here: they are names even where they are words, too."""

COMMON_FIRST_NAMES = tuple(
    "Aaron Abigail Adam Adrian Agnes Ahmed Aisha Alan Albert Alex Alexander Alexandra Alfie Ali Alice Alison Amanda "
    "Amelia Amina Amy Andrea Andrew Angela Anita Ann Anna Anne Anthony Antony Archie Arthur Barbara Barry Ben Benjamin "
    "Bernard Bethan Beverley Brenda Brian Bronwen Bryan Callum Cameron Carl Carol Caroline Carys Catherine Cerys "
    "Charles Charlie Charlotte Chloe Chris Christine Christopher Claire Clare Clive Colin Connor Craig Daniel Daniela "
    "Darren David Dawn Deborah Debbie Denise Dennis Derek Diana Diane Donald Donna Dorothy Douglas Dylan Edith Edward "
    "Eileen Elaine Eleanor Elizabeth Ella Ellen Ellie Elsie Emily Emma Eric Ethan Evelyn Fatima Fiona Florence "
    "Francesca Francis Freddie Gareth Gary Gavin Gemma Geoffrey George Georgia Geraint Gerald Gillian Glenn Gordon "
    "Graham Gregory Gwen Gwyneth Hannah Harriet Harry Hassan Hayley Heather Helen Henry Howard Hugh Hussain Huw Ian "
    "Ibrahim Imran Isabella Isla Ivan Jacob Jacqueline James Jamie Jan Jane Janet Janice Jason Jean Jeffrey Jennifer "
    "Jeremy Jessica Jill Jim Joan Joanna Joanne Joe John Jonathan Jordan Joseph Josh Joshua Joyce Judith Julia Julian "
    "Julie June Justin Karen Kate Katherine Kathleen Katie Keith Kelly Ken Kenneth Kerry Kevin Khalid Kieran Kim Kyle "
    "Laura Lauren Lee Leon Leonard Lesley Leslie Lewis Liam Linda Lisa Liz Lorraine Louise Lucy Luke Lynn Malcolm "
    "Marcus Margaret Maria Marie Marilyn Marion Martin Mary Matthew Maureen Megan Melanie Michael Michelle Mike Mohamed "
    "Mohammed Muhammad Nadia Nancy Natalie Natasha Nathan Neil Nia Nicholas Nicola Nigel Noah Norman Oliver Olivia Omar "
    "Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peter Philip Phillip Rachel Ralph Raymond Rebecca Rhian Rhys "
    "Richard Robert Robin Roger Ronald Rosemary Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott "
    "Sean Sharon Sheila Shirley Sian Simon Sophia Sophie Stacey Stanley Stephanie Stephen Steve Steven Stuart Susan "
    "Suzanne Tariq Terence Teresa Terry Thomas Tim Timothy Tina Toby Tom Tony Tracey Trevor Vanessa Vera Veronica "
    "Victoria Vincent Vivien Walter Wayne Wendy William Yasmin Yusuf Yvonne Zoe".split()
)
